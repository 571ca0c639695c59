"""What is said beside the result, on standard error: refusals, warnings, where something was written."""

from __future__ import annotations

import sys

from turntide.commands.showing.plain import make_plain, visible


def say(sentence: str) -> None:
    """Say one sentence on standard error."""
    make_plain(sys.stderr)
    print(f"turntide: {visible(sentence)}", file=sys.stderr)


def about(label: str, sentence: str) -> str:
    """The sentence with the file it is about before it, unless the sentence names it already."""
    name = label.replace("\\", "/").rpartition("/")[2]
    return sentence if f"“{name}”" in sentence and name == label else f"{label}: {sentence}"
