"""The number a measure aims at: '10% increase by 2025', '500 residents', 'reduce to 12.3 per 1,000'."""

from __future__ import annotations

import re

from turntide.reading.wordings.stretches import Stretch, cut

_NUMBER = r"(?<![\w./-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w/]|[.,]\d)"
_AMOUNT = rf"(?:{_NUMBER}\s?(?:%|per\s?cent\b)|{_NUMBER}(?:\s?(?:per|in every|in) {_NUMBER}))"
_VERB = (
    r"(?:increas\w+|reduc\w+|rais\w+|decreas\w+|lower\w*|cut|grow\w*|improv\w+|reach\w*|achiev\w+|"
    r"maintain\w*|"
    r"at least|a minimum of|minimum(?: of)?|no more than|more than|fewer than|less than|up to|over|under|all)"
)
_TURN = r"(?:increase|reduction|rise|decrease|growth|improvement|uplift|drop|fall)"
_COUNTED = (
    r"(?:residents?|people|participants?|adults?|children|pupils?|students?|young people|older people|"
    r"women|men|"
    r"girls|boys|families|households?|homes|dwellings|schools?|businesses|employers?|organisations?|groups?|"
    r"clubs?|volunteers?|staff|employees|carers?|patients?|members?|champions?|visits?|visitors?|sessions?|"
    r"events?|workshops?|courses?|referrals?|attendances?|appointments?|places|placements?|apprenticeships?|"
    r"trees|hectares|tonnes|miles|kilometres|km|booklets|leaflets|assessments?|grants?|jobs|users|smokers|"
    r"quitters|practices|pharmacies|venues|sites|parks|centres|campaigns?|responses|surveys)"
)
_WHEN = (
    r"(?:,?\s+(?:by|before|in|per|each|every|over|within)\s+(?:the end of\s+)?"
    r"(?:[A-Z][a-z]+\s+)?(?:\d{4}(?:/\d{2,4})?|year|annum|quarter|month))"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:\b{_VERB}(?:\s+[\w'’-]+){{0,8}}?\s+(?:by|to|of|from)\s+)?\bfrom {_NUMBER}\s?%? to "
        rf"{_NUMBER}\s?%?{_WHEN}?",
        rf"(?:an?\s+)?{_AMOUNT}\s+{_TURN}(?:\s+(?:in|of|on)(?:\s+[\w'’-]+){{1,6}}?)?(?:{_WHEN}|"
        rf"(?=[.,;\n]|$))",
        rf"\b{_VERB}(?:\s+[\w'’-]+){{0,8}}?\s+(?:by|to|of)\s+{_AMOUNT}{_WHEN}?",
        rf"(?:\b(?:at least|a minimum of|minimum of|more than|fewer than|less than|no more than|up to|"
        rf"over)\s+)?"
        rf"{_AMOUNT}(?:\s+(?:of|increase|reduction)\b)?(?:\s+[\w'’-]+){{0,4}}?{_WHEN}",
        rf"(?:\b(?:at least|a minimum of|minimum of|more than|fewer than|less than|no more than|up to|"
        rf"over)\s+)?"
        rf"{_NUMBER}\s+(?:(?:new|more|additional|extra|fewer|local|trained|active|affordable|inactive|"
        rf"young|older)\s+)*"
        rf"{_COUNTED}\b(?:\s+(?:trained|supported|engaged|planted|reached|created|referred|recruited|"
        rf"held))?{_WHEN}?",
        rf"\b{_VERB}\s+(?:by|to|of)\s+{_NUMBER}(?:\s+per\s+{_NUMBER})?{_WHEN}?",
        rf"{_AMOUNT}(?:\s+of(?:\s+(?!(?:will|are|is|have|has|to|and|or|by|who|that|in|"
        rf"be)\b)[\w'’-]+){{1,3}})?",
    )
)
_PLACEHOLDER = re.compile(r"\b[xX]{1,2}\s?%")


def target(text: str) -> Stretch | None:
    """The words of a measure that give a number to aim at, with their place; None where there is no number.

    A year or a placeholder ('X%') alone is no target.
    """
    best = min(
        (hit for form in _FORMS if (hit := form.search(text))),
        key=lambda hit: (hit.start(), -hit.end()),
        default=None,
    )
    if best is None or _PLACEHOLDER.search(best.group()):
        return None
    return cut(text, best.start(), best.end(), " \t\n.,;")
