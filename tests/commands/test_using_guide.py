from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import typer
from running import ROOT
from typer.testing import CliRunner

from turntide.cli import app

GUIDES = ("using.md", "running.md")
"""For whoever has a plan in a file, and for whoever runs the site."""
GUIDE = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in GUIDES)


def _commands() -> dict[str, Any]:
    """Each command by the words one types."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", {})
        found |= {f"{name} {below}": each for below, each in inner.items()} or {name: command}
    return found


COMMANDS = _commands()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_guide_shows_every_command_and_names_every_option(name: str) -> None:
    assert f"turntide {name}" in GUIDE
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            assert not option.startswith("-") or f"`{option}" in GUIDE, option


@pytest.mark.parametrize("option", ["--version", "--help", "-h", "--install-completion", "--show-completion"])
def test_the_guide_names_every_option_of_the_whole(option: str) -> None:
    assert option in GUIDE


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_tells_what_a_command_is_for_and_gives_an_example(name: str) -> None:
    shown = CliRunner(env={"COLUMNS": "100"}).invoke(app, [*name.split(), "--help"]).stdout
    assert f"turntide {name}" in shown.partition("Example")[2]
    assert (COMMANDS[name].help or "").split("\n")[0].split(":")[0] in " ".join(shown.split())


@pytest.mark.parametrize("script", ["write_using.py", "picture_of_tree.py"])
def test_what_the_documents_show_is_what_the_commands_print(script: str) -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
