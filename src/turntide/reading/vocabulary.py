"""What the headings of plans mean: the field's wordings for each meaning a column or label can have.

The wordings come from reading about 75 published plans; a heading that is not among them is matched by its
words. Several meanings may fit one wording ("Objective" is where an action sits in one plan and the action
itself in another), so each match carries a weight and the columns are named together (see `columns`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache


class Meaning(StrEnum):
    """What the cells of a column say."""

    REF = "ref"
    LEVEL = "level"
    ACTION = "action"
    DETAIL = "detail"
    OWNER = "owner"
    LEAD = "lead"
    PARTNER = "partner"
    TIMESCALE = "timescale"
    START = "start"
    END = "end"
    MILESTONE = "milestone"
    MEASURE = "measure"
    TARGET = "target"
    RATIONALE = "rationale"
    STATUS = "status"
    PROGRESS = "progress"
    WEIGHT = "weight"
    MONEY = "money"
    REMARK = "remark"
    NOTE = "note"
    ACTOR = "actor"
    BEHAVIOUR = "behaviour"


M = Meaning

# Each wording with its meanings, the likeliest first; a meaning later in the list counts a little less.
_WORDINGS: tuple[tuple[tuple[Meaning, ...], str], ...] = (
    (
        (M.REF,),
        "no|no.|ref|ref no|reference|reference number|#|id|proposal id|priority number|action id|action no|"
        "action number|action ref|measure no|strategy no|unique indicator|item|item no|number|s/n|serial|"
        "objective no|code",
    ),
    (
        (M.LEVEL,),
        "theme|themes|priority|priorities|priority area|priority areas|ambition|ambitions|we will|domain|cohort|"
        "pillar|main objective|strategic priority|strategic objective|strategic aim|area for action|"
        "areas for action|area of focus|focus area|issue|issue identified|policy|committee|outcome area|workstream|"
        "work stream|key area|category|section|area|strand|life stage|life course stage|"
        "objectives|aims|goals|chapter|commitment|key theme|key priority|what do i want need to learn|"
        "need|identified need|programme area|topic",
    ),
    (
        (M.LEVEL, M.ACTION),
        "objective|aim|goal|key objective|aim objective|strategic goal|strategy|our ambition",
    ),
    ((M.LEVEL, M.MEASURE), "outcome we want|desired outcome"),
    (
        (M.ACTION,),
        "action|actions|action s|what we will do|by|activity and actions|recommendation|recommendations|"
        "recommendation detail|steps to achieve what matters to carers|specific project objectives|proposed action|"
        "proposed actions|key actions|key action|sustainable initiative|subactions|sub actions|sub action|what|"
        "what we are going to do|what will we do|what do i have to do to achieve this|action required|"
        "actions required|action to be taken|actions to be taken|what needs to be done|what are we going to do|"
        "planned action|planned actions|agreed action|agreed actions|our actions|proposal|proposals|task|tasks|"
        "action description|commitments and actions|we will do this by|how we will do it|how will we do it|"
        "how will we achieve this|how we will achieve this|intervention|interventions|delivery action|"
        "measures initiatives and completion date|actions we will take|what we plan to do|steps|deliverable action",
    ),
    (
        (M.ACTION, M.DETAIL),
        "activity|activities|implementation|project|initiative|description of the measure|key tasks|key task|"
        "milestone tasks|description of action|measures initiatives|action detail|scheme|project title|project name|"
        "action title|title|name of action|measure title|specific actions",
    ),
    (
        (M.DETAIL, M.ACTION),
        "description|brief description|detail|details|action details|summary|scope|how|approach",
    ),
    ((M.DETAIL,), "further detail|further information|explanation|method|methodology"),
    (
        (M.LEAD,),
        "lead|leads|lead organisation|lead officer|lead responsibility|lead agency|lead partner|lead service|"
        "lead body|lead department|lead team|who will lead|project lead|implementation lead|implementation leads|"
        "action lead|action owner|owner|owners|borough partnership lead officer|lead service area|cabinet lead|"
        "responsible|responsible officer|responsible person|responsible party|responsible person party|"
        "responsible body|responsible organisation|responsible lead|responsibility|responsibility specific role|"
        "responsibilities|accountable|accountable officer|accountable lead|who is responsible|led by|"
        "who is responsible for action|organisation responsible|officer|lead officer s|lead name|sro|"
        "named lead|lead role|ownership|strategic lead|delivery lead|who is leading|person responsible|"
        "lead organisation s|by whom|assigned to",
    ),
    (
        (M.OWNER,),
        "who|who will deliver this|who will deliver|who will do it|who lead in red|who will lead contribute|"
        "who will lead and contribute|who leads who partners|who will be involved|task finish group|"
        "delivery group|department responsible|lead and partners|lead partners|leads and partners|"
        "lead and supporting partners|who s responsible|delivered by|delivery partner|delivery partners|"
        "lead and support|key players|organisation|organisations|lead agencies|agencies|team|service|department|"
        "service area|directorate",
    ),
    (
        (M.PARTNER,),
        "partner|partners|involving|which partners are involved|partners involved|support partners|"
        "supporting partners|partner agency|partner agencies|partners to consult engage|contributors|"
        "other actors involved|support|supported by|supporting organisations|other partners|key partners|"
        "working with|stakeholders|in partnership with|partner organisations|with whom|involved|support from|"
        "who else is involved|contributing partners|other organisations",
    ),
    (
        (M.TIMESCALE,),
        "by when|when|time scale|timescale|timescales|time scales|timescale deadline|timescale review date|"
        "timescale and review date|planned completion|target date|target dates|year to action|time frame|timeframe|"
        "timeline|implementation timeline|deadline|due|due date|date|dates|completion date|completion|"
        "year|milestones with dates|target completion date|when will we do it|when will it be done|period|"
        "delivery date|date due|timing|expected completion|quarter|by when will we do it|timetable|term|"
        "planned date|review date|target completion|delivery timescale|schedule|when by",
    ),
    ((M.START,), "start|start date|launch date|from|planned start|date started|commencement"),
    ((M.END,), "end|end date|finish|finish date|planned end|planned finish"),
    (
        (M.MILESTONE,),
        "milestone|milestones|key milestones|key milestone|milestones and targets|interim milestones|outputs|"
        "output|deliverable|deliverables|key deliverables|key steps|interim steps|milestone s",
    ),
    (
        (M.MEASURE,),
        "measurement|target outcome|targets outcomes|measure of success|measures of success|measure|measures|"
        "numerical kpi indicators|indicator|indicators|outcome measure|outcome measures|outcomes|outcome|kpi|kpis|"
        "what does success look like|success indicator|success indicators|performance indicators|"
        "performance indicator|performance measure|performance measures|success measure|success measures|"
        "success criteria|smart target|result|results|example outcomes|national indicators and targets|"
        "how will i measure success|how we will measure success|how will we measure success|how will we know|"
        "how will we know it has worked|how we will know|expected outcome|expected outcomes|impact measure|impact|"
        "key performance indicators|key performance indicator|evidence of success|metrics|metric|"
        "how will we measure progress|intended outcome|intended outcomes|what will success look like|"
        "what success looks like|benefit|benefits|expected result|monitoring|evidence|how will it be measured",
    ),
    ((M.TARGET, M.MEASURE), "target|targets"),
    (
        (M.RATIONALE,),
        "because|context|why|rationale|reason|reasons|why this matters|why is this important|use|"
        "evidence base|background|why we are doing this|justification|what the evidence says|reason for action",
    ),
    (
        (M.STATUS,),
        "status|rag|rag status|overall rag|rag rating|sub action delivery rag|delivery rag|brag|brag status|"
        "achieved|completion level|status new complete or ongoing|current status|progress status|"
        "rag rated|on track|complete|progress rag|action status|delivery status|complete y n|done",
    ),
    (
        (M.PROGRESS,),
        "latest update|progress|progress to date|progress update|update|updates|commentary|comments|"
        "commentary on performance|description of results|next steps|january update|reason for rag|"
        "mitigating actions|closed minutes reference|projected outturn|progress notes|position|current position|"
        "update on progress|latest position|status update|progress comments|comment|achievements|"
        "quarter 1|quarter 2|quarter 3|quarter 4|q1|q2|q3|q4|end of year update|mid year update|"
        "progress report|what we have done|what has been done|progress so far|latest progress",
    ),
    (
        (M.WEIGHT,),
        "weighting|weight|year 1 weighting|year 2 weighting|year 3 weighting|weightings|percentage|share|"
        "weighting year 1|weighting year 2",
    ),
    (
        (M.MONEY,),
        "cost|costs|estimated cost|estimated capital cost|estimated maintenance cost|budget|funding|"
        "potential funding sources|funding source|financial implications|cost estimate|investment|price|"
        "estimated cost funding source|budget required|cost and funding",
    ),
    (
        (M.REMARK,),
        "resource|resources|resource implication|resource implications|resources required|resources needed|"
        "priority of initiative|achievability|impact on ghg|secondary benefits|equity considerations|target group|"
        "target groups|reporting mechanism|required or encouraged|risk|risks|dependencies|dependency|links|"
        "linked strategies|geography|ward|location|governance|evidence link|risks and issues|co benefits|"
        "target audience|population|clarity required|barriers|enablers|where|priority level|high medium low",
    ),
    ((M.NOTE,), "note|notes|additional notes|remarks"),
    ((M.ACTOR,), "actor|actors"),
    ((M.BEHAVIOUR,), "behaviour|behaviours|behavior|behaviors"),
)

# Where no wording fits, one telling word does; the first that is found decides.
_TELLING: tuple[tuple[str, Meaning], ...] = (
    ("weighting", M.WEIGHT),
    ("rag", M.STATUS),
    ("status", M.STATUS),
    ("milestone", M.MILESTONE),
    ("milestones", M.MILESTONE),
    ("progress", M.PROGRESS),
    ("update", M.PROGRESS),
    ("updates", M.PROGRESS),
    ("comments", M.PROGRESS),
    ("commentary", M.PROGRESS),
    ("partners", M.PARTNER),
    ("partner", M.PARTNER),
    ("contributors", M.PARTNER),
    ("involved", M.PARTNER),
    ("stakeholders", M.PARTNER),
    ("lead", M.LEAD),
    ("leads", M.LEAD),
    ("responsible", M.LEAD),
    ("responsibility", M.LEAD),
    ("owner", M.LEAD),
    ("accountable", M.LEAD),
    ("deliver", M.OWNER),
    ("who", M.OWNER),
    ("deadline", M.TIMESCALE),
    ("when", M.TIMESCALE),
    ("timescale", M.TIMESCALE),
    ("timescales", M.TIMESCALE),
    ("timeline", M.TIMESCALE),
    ("date", M.TIMESCALE),
    ("success", M.MEASURE),
    ("indicator", M.MEASURE),
    ("indicators", M.MEASURE),
    ("kpi", M.MEASURE),
    ("kpis", M.MEASURE),
    ("measure", M.MEASURE),
    ("measures", M.MEASURE),
    ("outcome", M.MEASURE),
    ("outcomes", M.MEASURE),
    ("cost", M.MONEY),
    ("costs", M.MONEY),
    ("funding", M.MONEY),
    ("budget", M.MONEY),
    ("resource", M.REMARK),
    ("resources", M.REMARK),
    ("because", M.RATIONALE),
    ("why", M.RATIONALE),
    ("rationale", M.RATIONALE),
    ("ref", M.REF),
    ("id", M.REF),
    ("action", M.ACTION),
    ("actions", M.ACTION),
    ("recommendation", M.ACTION),
    ("task", M.ACTION),
    ("tasks", M.ACTION),
    ("initiative", M.ACTION),
    ("theme", M.LEVEL),
    ("priority", M.LEVEL),
    ("ambition", M.LEVEL),
    ("objective", M.LEVEL),
    ("aim", M.LEVEL),
    ("goal", M.LEVEL),
    ("pillar", M.LEVEL),
    ("notes", M.NOTE),
)

TELLING_WEIGHT = 0.6
LATER_LOSS = 0.12
LONGEST_HEADING = 9


def key_of(heading: str) -> str:
    """A heading without case, marks and doubled spaces: 'Target/Outcome:' is 'target outcome'."""
    plain = re.sub(r"[^a-z0-9#]+", " ", heading.lower().replace("'", "").replace("’", ""))
    return " ".join(plain.split())


@cache
def _by_key() -> dict[str, tuple[Meaning, ...]]:
    return {key_of(word): meanings for meanings, words in _WORDINGS for word in words.split("|")}


@cache
def _by_letters() -> dict[str, tuple[Meaning, ...]]:
    """For headings that a narrow column split inside a word ('Prop osal ID')."""
    return {key.replace(" ", ""): meanings for key, meanings in _by_key().items() if len(key) > 3}


@cache
def meanings_of(heading: str) -> Mapping[Meaning, float]:
    """How well each meaning fits a heading, from 0 to 1; empty where nothing fits."""
    key = key_of(heading)
    if not key:
        return {}
    for known, weight in ((_by_key().get(key), 1.0), (_by_letters().get(key.replace(" ", "")), 0.97)):
        if known:
            return _weighed(known, weight)
    return _numbered(key) or _by_parts(heading) or _near(key) or _telling(key)


def _weighed(meanings: tuple[Meaning, ...], weight: float) -> dict[Meaning, float]:
    return {meaning: weight - LATER_LOSS * later for later, meaning in enumerate(meanings)}


def _numbered(key: str) -> dict[Meaning, float]:
    """'Year 3 weighting (%)' or 'Q2 2024/25 update' is known by the wording without its numbers."""
    if not re.search(r"\d", key) or not re.search(r"[a-z]{3}", key):
        return {}
    bare = " ".join(re.sub(r"\b(?:q?\d+\w*|year|quarter|percent|per cent)\b", " ", key).split())
    known = _by_key().get(bare)
    return _weighed(known, 0.95) if known else {}


def _by_parts(heading: str) -> dict[Meaning, float]:
    """'Lead / Partners' is known by its parts; a bracketed remark after a known wording is left out."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", heading)
    if key_of(bare) != key_of(heading):
        return {meaning: weight * 0.97 for meaning, weight in meanings_of(bare).items()}
    parts = [part for part in re.split(r"[/&,;:]|\band\b", heading, flags=re.IGNORECASE) if key_of(part)]
    if len(parts) < 2:
        return {}
    found = [_by_key().get(key_of(part)) for part in parts]
    if not all(found):
        return {}
    kinds = {meanings[0] for meanings in found if meanings}
    if kinds <= {M.LEAD, M.PARTNER, M.OWNER} and len(kinds) > 1:
        return {M.OWNER: 0.95}
    first = found[0] or ()
    return _weighed(first, 0.9)


def _near(key: str) -> dict[Meaning, float]:
    """A wording that differs by a letter or a plural, or by the order of its words."""
    if len(key) < 5 or len(key.split()) > LONGEST_HEADING:
        return {}
    from rapidfuzz import fuzz, process

    best = process.extractOne(key, _long_keys(), scorer=fuzz.token_sort_ratio, score_cutoff=88)
    return _weighed(_by_key()[best[0]], best[1] / 100 - 0.05) if best else {}


@cache
def _long_keys() -> tuple[str, ...]:
    return tuple(key for key in _by_key() if len(key) > 4)


def _telling(key: str) -> dict[Meaning, float]:
    words = key.split()
    if len(words) > LONGEST_HEADING:
        return {}
    for word, meaning in _TELLING:
        if word in words:
            return {meaning: TELLING_WEIGHT}
    return {}


def best_meaning(heading: str) -> tuple[Meaning | None, float]:
    """The likeliest meaning of a heading on its own, and how well it fits."""
    found = meanings_of(heading)
    if not found:
        return None, 0.0
    best = max(found, key=lambda meaning: found[meaning])
    return best, found[best]
