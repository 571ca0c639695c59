"""What the cells of a column look like, learnt from the cells themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from turntide.reading.wordings.colours_said import LETTERS, by_letters
from turntide.reading.wordings.dated_entries import date_before
from turntide.reading.wordings.numbering import is_bare_ref, leading_ref
from turntide.reading.wordings.sequences import ref_style
from turntide.reading.wordings.statuses import looks_like_status
from turntide.reading.wordings.timescales import timescale
from turntide.reading.wordings.weights import percentage

_LIST_MARK = re.compile(r"[❖•▪●○◦‣➢■□]")
_BODY_WORD = re.compile(
    r"\b(?:council|trust|board|team|services?|partnership|group|department|nhs|university|health|police|"
    r"housing|schools?|care|charity|foundation|association|network|officer|manager|director|lead|"
    r"communit(?:y|ies)|public|planning|leisure|parks?|sports?|voluntary|finance|education)\b",
    re.IGNORECASE,
)
# Words that actions begin with, in the form of a command, a purpose ("to promote") or a gerund.
_DOING = re.compile(
    r"^(?:to\s+|we will\s+)?(?:work|develop|support|promote|increase|improve|review|deliver|provide|ensure|"
    r"create|establish|explore|encourage|build|continue|identify|implement|engage|raise|reduce|use|utilis|"
    r"expand|set|run|host|offer|train|launch|introduc|maintain|monitor|produc|publish|commission|pilot|"
    r"map|link|connect|share|lead|help|enable|facilitat|strengthen|target|refresh|agree|hold|make|test|"
    r"extend|open|invest|embed|address|tackle|plan|prepare|design|recruit|secure|seek|update|undertake|"
    r"complete|conduct|carry|collect|co-?ordinat|collaborat|consult|integrat|evaluat|report|roll|write|"
    r"adopt|adapt|advis|allocat|amend|appoint|approv|arrang|assess|audit|award|bid|bring|buy|campaign|celebrat|"
    r"check|clean|clear|clos|co-?design|co-?produc|consider|continu|convert|cut|defin|deploy|digitis|distribut|"
    r"draft|draw|educat|electrify|employ|enforc|enhanc|equip|examin|fit|focus|follow|fund|gather|give|grow|"
    r"improv|incorporat|inform|inspect|install|investigat|issu|keep|lay|learn|lobby|meet|mend|minimis|moderni|"
    r"negotiat|offer|operat|organis|participat|plant|present|prevent|prioritis|procur|protect|purchas|put|"
    r"rais|reach|re-?design|refer|reinstat|renew|repair|replac|requir|research|respond|restor|retain|retrofit|"
    r"scale|scope|scrutinis|send|shift|sign|simplif|spread|start|stop|streamlin|supply|survey|switch|"
    r"take|teach|track|transfer|transform|transition|turn|upgrad|upskill|urge|visit|widen)"
    r"(?:e|es|s|ing|ting|ning|ed)?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:short|medium|mid|middle|long|near|immediate)(?:[ -](?:term|to|and|/|medium|long)+)*|(?:q|quarter )[1-4]\b.*|"
    r"(?:years?|yrs?) ?\d+(?: ?(?:-|–|to|and|&) ?\d+)?|"
    r"(?:early|mid|late)?[ -]?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Za-z]+(?: [a-z]+)? (?:\d+(?:\.\d+)*|[A-Z])\s*[:.–—-]\s*\w")
_RANKING = re.compile(r"(?:very )?(?:high|medium|low|med)|essential|desirable|urgent", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s*%?")
SAMPLE = 300


@dataclass(frozen=True)
class Profile:
    """Shares (0 to 1) of a column's cells that look like something; ``words`` is the mean number of words."""

    count: int = 0
    distinct: int = 0
    words: float = 0.0
    refs: float = 0.0
    labelled: float = 0.0
    dates: float = 0.0
    numbers: float = 0.0
    digits: float = 0.0
    named: float = 0.0
    percents: float = 0.0
    statuses: float = 0.0
    rankings: float = 0.0
    lists: float = 0.0
    bodies: float = 0.0
    doing: float = 0.0
    styles: tuple[str, ...] = ()


@cache
def label_style(text: str) -> str:
    """How a text is numbered or marked at its beginning: 'a)', '1.', '•', or '' for not at all."""
    if _LIST_MARK.match(text):
        return "•"
    ref = leading_ref(text)
    if ref is None:
        return ""
    tail = re.sub(r"[\w\s]", "", ref.label[-2:])
    return ref_style(ref.value) + tail


@cache
def is_date(text: str) -> bool:
    """Whether a short text says when, and nothing else that is long: a date, a term, a quarter, a month."""
    if _WHEN.fullmatch(text.strip()):
        return True
    dates = timescale(text)
    return len(text) < 60 and bool(dates.start or dates.end or dates.recurs)


def profile_of(texts: Sequence[str]) -> Profile:
    """The profile of a column's cells (at most the first 300 are looked at)."""
    seen = [text for text in texts[:SAMPLE] if text.strip()]
    if not seen:
        return Profile()
    count = len(seen)
    letters = by_letters(seen, headed=False)

    def share(hits: int) -> float:
        return hits / count

    return Profile(
        count=count,
        distinct=len({text.lower() for text in seen}),
        words=sum(len(text.split()) for text in seen) / count,
        refs=share(sum(is_bare_ref(text) for text in seen)),
        labelled=share(sum(bool(label_style(text)) for text in seen)),
        dates=share(sum(is_date(text) and not date_before(text) for text in seen)),
        numbers=share(sum(bool(_NUMBER.fullmatch(text.strip())) for text in seen)),
        digits=share(sum(any(char.isdigit() for char in text) for text in seen)),
        named=share(sum(bool(_NAMED.match(text)) for text in seen)),
        percents=share(sum(percentage(text) is not None for text in seen)),
        statuses=share(
            sum(looks_like_status(text) or (letters and text.strip().lower() in LETTERS) for text in seen)
        ),
        rankings=share(sum(bool(_RANKING.fullmatch(text.strip())) for text in seen)),
        lists=share(sum(bool(_LIST_MARK.search(text)) for text in seen)),
        bodies=share(sum(len(text) < 160 and bool(_BODY_WORD.search(text)) for text in seen)),
        doing=share(sum(bool(_DOING.match(text)) for text in seen)),
        styles=tuple(sorted({label_style(text) for text in seen} - {""})),
    )
