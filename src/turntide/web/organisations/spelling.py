"""When two spellings are one name: pure."""

from __future__ import annotations

import re
import unicodedata

_JOINTS = re.compile(r"[\s\-‐-―_/.,'’()]+")


def spelling_key(name: str) -> str:
    """What a name is looked up by: 'Parks & Open Spaces' and 'parks and open spaces' share it."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    return _JOINTS.sub(" ", plain).strip()
