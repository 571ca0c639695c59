"""Lines that are a drafter's remark as a whole: 'JB: check', '*REWORD…', '?? who leads'."""

from __future__ import annotations

import re

_EDIT = (
    r"(?:reword(?:ed|ing)?|rewrite|rephrase|delete|remove|move|merge|amend|edit|insert|add|check|"
    r"clarify|confirm|"
    r"update|query|expand|shorten|replace|swap|combine|duplicate|need|needs|complete)"
)
_FIRST_PERSON = (
    r"(?:(?:i|we) (?:think|feel|wonder|suggest|propose|would suggest|believe)\b|"
    r"(?:do|should|can|could|shall) we\b|(?:i'm|i am) not sure|not sure\b|i(?:'ve| have) (?:added|moved|"
    r"changed|"
    r"deleted|amended|removed)|i(?:'ll| will)\b|can (?:you|someone|somebody|anyone)\b|could (?:you|"
    r"someone)\b|"
    r"please (?:check|add|confirm|update|amend|clarify|advise|complete|insert|review)|is this (?:still|right|"
    r"correct|ours|the same|covered|needed|a duplicate)|this (?:needs|should|could) (?:to )?(?:be "
    r")?(?:reword|mov|"
    r"delet|remov|merg|amend|go |sit |chang|updat|check)\w*|does this\b|where does this\b|who (?:leads|"
    r"owns|is leading)|"
    r"same as (?:above|action)|need(?:s)? (?:to be )?(?:reword|mov|delet|merg|amend|check|updat)\w*|"
    r"need to (?:move|reword|check|delete|merge|amend|add|clarify|confirm))"
)
_TALK = re.compile(_FIRST_PERSON, re.IGNORECASE)
_EDIT_START = re.compile(rf"{_EDIT}\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})?)(?:\s*[-–—:]\s*|\s+)(?P<said>\S.*)", re.DOTALL)
_STARRED = re.compile(r"\*+\s*(?P<said>\S.*)", re.DOTALL)
_QUESTION = re.compile(
    r"(?:is|are|was|were|do|does|did|should|could|can|shall|has|have)\b[^?]*"
    r"\b(?:this|these|it|ours|here)\b[^?]*\?",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\?{2,}\s*\S|\?\s*(?P<said>\S.*)", re.DOTALL)
LABELLED = re.compile(
    r"(?:note (?:to|for) (?:self|(?-i:[A-Z]{2,3}|[A-Z][a-z]+))\s*[:\-–—]|"
    r"nb\b[:.]?\s*(?:please\s+)?(?:check|confirm|tbc|need|reword|move|add|update)|"
    r"(?:drafting note|draft note|drafter'?s? note|editor'?s? note|comment|query|to ?do)\s*[:\-–—])",
    re.IGNORECASE,
)
_UNMISTAKABLE = frozenset({"reword", "rewrite", "rephrase", "delete", "amend", "clarify", "insert", "query"})
_NEEDS = re.compile(
    rf"needs? (?:to (?:be )?)?(?:{_EDIT}|rewording|moving|checking|a (?:date|lead|measure|target|owner)|"
    r"(?:more|better) (?:detail|wording)|(?:date|lead|measure|target|owner))",
    re.IGNORECASE,
)
_PENDING = (
    r"(?:tbc|to be confirmed|to be agreed|to be checked|to check|check|confirm)\s+(?:by|with)\b|"
    r"(?:awaiting|await) (?:confirmation|figures|wording|details) from\b"
)
BRACKETED = re.compile(r"\[(?P<square>[^\[\]\n]{2,200})\]|\((?P<round>[^()\n]{2,200})\)")
_SQUARE = re.compile(
    rf"\?|^(?:tbc|tba|note|nb|{_EDIT})\b|{_PENDING}|{_FIRST_PERSON}|\bx{{2,}}\b|\bto be (?:confirmed|"
    rf"added)\b|^insert\b|^(?-i:[A-Z]{{2,3}}(?:/[A-Z]{{2,3}})?) to {_EDIT}\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    rf"^\?{{1,}}\s*\w|\?{{2,}}|^(?:{_PENDING})|^(?:nb|query)\b[:\s]|^[A-Z]{{2,3}}\s*(?:to )?(?:check|"
    rf"confirm)\b|"
    rf"^(?:do|should|can|could|is|are|does|who|which|what|where)\b[^?]{{3,}}\?$|^{_FIRST_PERSON}",
    re.IGNORECASE,
)


def is_remark(line: str) -> bool:
    """Whether a line is a remark as a whole."""
    bare = line.replace("’", "'")
    return (
        is_starred(bare)
        or is_initialled(bare)
        or is_asked(bare)
        or _shouted(bare)
        or LABELLED.match(bare) is not None
        or _pending(bare)
        or _whole_bracket(bare)
        or re.match(
            r"(?:i think|i'm not sure|i am not sure|not sure (?:if|whether|this|about))\b",
            bare,
            re.IGNORECASE,
        )
        is not None
    )


def is_starred(line: str) -> bool:
    """'*REWORD TO FIT': a star, and an editing word or words in capitals behind it."""
    match = _STARRED.fullmatch(line)
    if not match:
        return False
    said = match["said"]
    return (_capitals(said) and _EDIT_START.match(said) is not None) or _TALK.match(said) is not None


def is_initialled(line: str) -> bool:
    """'RT - I think…', 'JB: check with…': initials, and talk of editing; not 'IT: new system'."""
    match = _INITIALS.fullmatch(line)
    if not match:
        return False
    said, marked = match["said"], re.match(r"[A-Z/]+\s*[-–—:]", line) is not None
    return marked and (_TALK.match(said) or _QUESTION.match(said) or _edits(said)) not in {None, False}


def is_asked(line: str) -> bool:
    """'?? Check with parks', '? delete'."""
    match = _ASKED.match(line)
    return match is not None and (match["said"] is None or _edits(match["said"]))


def _edits(said: str) -> bool:
    """An editing word alone, in lower case, or about the text: 'check', 'delete this', 'move to theme 2'."""
    match = _EDIT_START.match(said)
    if not match:
        return False
    rest = said[match.end() :].strip(" .!?")
    about = re.match(
        r"(?:this|that|it|with|wording|to (?:theme|section|priority|action|objective|row|another)|"
        r"above|"
        r"below|if|whether|who|dates?|lead|owners?|figures?|measures?|targets?|text|row|column|title|"
        r"reference|here|"
        r"in here)\b",
        rest,
        re.IGNORECASE,
    )
    return not rest or about is not None


def _shouted(line: str) -> bool:
    """A line all in capitals that opens with an editing word and goes on: 'MOVE TO THEME 2'."""
    few = len(line.split()) >= 2
    return few and _EDIT_START.match(line) is not None and _capitals(line) and _edits_shouted(line)


def _edits_shouted(line: str) -> bool:
    """Words only an editor says, or a verb with what editors work on; 'ADD MORE TREES' is an action."""
    opening = line.split(maxsplit=1)[0].strip(":,.-").lower()
    return opening in _UNMISTAKABLE or _edits(line) or _NEEDS.match(line) is not None


def _capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= 4 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def _pending(line: str) -> bool:
    return (
        re.match(_PENDING, line, re.IGNORECASE) is not None and len(line.split()) <= 12 and _tentative(line)
    )


def _tentative(line: str) -> bool:
    """'To be confirmed with finance' is a remark; 'Check with tenants that alarms work' is an action."""
    return re.match(r"tbc|to be|to check|await", line, re.IGNORECASE) is not None


def _whole_bracket(line: str) -> bool:
    match = BRACKETED.fullmatch(line)
    return match is not None and is_aside(match)


def is_aside(match: re.Match[str]) -> bool:
    """Whether what stands in brackets (a match of `BRACKETED`) is a remark; round ones need a surer sign."""
    if match["square"] is not None:
        return _SQUARE.search(match["square"].strip().replace("’", "'")) is not None
    return _ROUND.search(match["round"].strip().replace("’", "'")) is not None


def begins_with_editing(words: str) -> bool:
    """Whether words begin with what an editor does to a text: 'reword', 'MOVE'."""
    return _EDIT_START.match(words) is not None
