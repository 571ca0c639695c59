"""The wordings that plans use for the headings of columns and for labels, with what each means.

They come from reading about 75 published plans of councils, health bodies, cities and departments; `vocabulary`
matches a heading with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


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
WORDINGS: tuple[tuple[tuple[Meaning, ...], str], ...] = (
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
        "need|identified need|programme area|topic|sector|subsector|mission|strategic theme|strategic outcome|"
        "priority theme|priority outcome|focus|field of action|action area|area of action|priority action area|"
        "what matters|what matters to you|what matters most|our commitment|our commitments|our priorities|"
        "strategic outcomes|headline priority|driver|drivers|primary driver|primary drivers|secondary driver|"
        "secondary drivers",
    ),
    (
        (M.LEVEL, M.ACTION),
        "objective|aim|goal|key objective|aim objective|strategic goal|strategy|our ambition",
    ),
    (
        (M.LEVEL, M.MEASURE),
        "outcome we want|desired outcome|desired outcomes|what we want to achieve|what do we want to achieve|"
        "what are we trying to achieve|what we aim to achieve|what we will achieve|where we want to be|"
        "where do we want to be",
    ),
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
        "measures initiatives and completion date|actions we will take|what we plan to do|steps|deliverable action|"
        "what action will we take|what actions will we take|what will happen|what will be done|"
        "what is going to be done|what will you do|what are we doing|what we are doing|what we said we would do|"
        "what we said wed do|actions needed|"
        "actions planned|priority actions|"
        "how will this be achieved|how this will be achieved|how will it be achieved|how will this be done|"
        "how we will do this|delivery actions|high level actions|strategic actions|improvement action|"
        "improvement actions|what we ll do|our response|actions to deliver this|how we will get there|"
        "how will we get there|how do we get there|how we get there|change idea|change ideas|our pledge|pledges",
    ),
    (
        (M.ACTION, M.DETAIL),
        "activity|activities|implementation|project|initiative|description of the measure|key tasks|key task|"
        "milestone tasks|description of action|measures initiatives|action detail|scheme|project title|project name|"
        "action title|title|name of action|measure title|specific actions|specific",
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
        "lead organisation s|by whom|assigned to|"
        "portfolio holder|executive sponsor|sponsor|executive lead|lead member|cabinet member|who leads|"
        "leadership|by who|senior responsible officer|senior responsible owner|responsible owner|"
        "delivery owner|programme lead|theme lead|priority lead|head of service|service manager|manager|service head",
    ),
    (
        (M.OWNER,),
        "who|who will deliver this|who will deliver|who will do it|who lead in red|who will lead contribute|"
        "who will lead and contribute|who leads who partners|who will be involved|task finish group|"
        "delivery group|department responsible|lead and partners|lead partners|leads and partners|"
        "lead and supporting partners|who s responsible|whos responsible|whos doing it|whos on it|whos involved|"
        "delivered by|delivery partner|delivery partners|"
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
        "delivery date|date due|timing|expected completion|quarter|by when will we do it|timetable|"
        "planned date|review date|target completion|delivery timescale|schedule|when by|"
        "due by|to be completed by|complete by|completed by|date for completion|delivery period|"
        "when will it be finished|when will this happen|when will it happen|when will this be done|"
        "when will we do this|duration|"
        "implementation period|implementation date|time horizon|start and end date|start end|target year|"
        "delivery year|year of delivery|financial year|timeline for delivery|time bound|timebound|time limited",
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
        "what success looks like|benefit|benefits|expected result|monitoring|evidence|how will it be measured|"
        "how will this be measured|how will success be measured|how we will measure this|"
        "what will be different|what difference will it make|what difference will this make|what will change|"
        "difference made|what good looks like|what will good look like|how will we know we have succeeded|"
        "how will we know we are making a difference|how will we know we have made a difference|"
        "expected impact|anticipated outcomes|objectively verifiable indicators|target result|"
        "success looks like|measurable|how we will check|how will we check|how we will tell|how will we tell",
    ),
    ((M.TARGET, M.MEASURE), "target|targets"),
    (
        (M.RATIONALE,),
        "because|context|why|rationale|reason|reasons|why this matters|why is this important|use|"
        "evidence base|background|why we are doing this|justification|what the evidence says|reason for action|"
        "why is it important|why this is important|need for action|what is the issue|issue to be addressed|"
        "problem|challenge|challenges|current situation|finding|findings|evidence of need|what you told us|"
        "where are we now|what we know",
    ),
    (
        (M.STATUS,),
        "status|rag|rag status|overall rag|rag rating|sub action delivery rag|delivery rag|brag|brag status|"
        "achieved|completion level|status new complete or ongoing|current status|progress status|"
        "rag rated|hows it going|how is it going|how are we doing|on track|complete|progress rag|action status|"
        "delivery status|complete y n|done|"
        "brag rating|implementation status|delivery confidence|confidence|state|stage|direction of travel",
    ),
    (
        (M.PROGRESS,),
        "latest update|latest news|news|latest|where we are|whats happened|where are we up to|where we are up to|"
        "where have we got to|whats happened so far|what has happened|"
        "what has happened so far|what happened|work to date|activity to date|progress|progress to date|"
        "progress update|update|updates|commentary|comments|"
        "commentary on performance|description of results|next steps|january update|reason for rag|"
        "mitigating actions|closed minutes reference|projected outturn|progress notes|position|current position|"
        "update on progress|latest position|status update|progress comments|comment|achievements|"
        "quarter 1|quarter 2|quarter 3|quarter 4|q1|q2|q3|q4|end of year update|mid year update|"
        "progress report|what we have done|what has been done|progress so far|latest progress|"
        "position statement|management response|response|narrative|progress narrative|delivery update|"
        "officer update|what we have achieved|achieved so far|where we are now|evidence of progress|"
        "explanation of rag|explanation for rag|mitigation|mitigations|mitigating action|controls|existing controls",
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
        "estimated cost funding source|budget required|cost and funding|"
        "indicative cost|funding secured|funding required|financial resources|cost band|capital|revenue|"
        "capital cost|revenue cost|budget source|source of funding|cost and funding source",
    ),
    (
        (M.REMARK,),
        "resource|resources|resource implication|resource implications|resources required|resources needed|"
        "priority of initiative|achievability|impact on ghg|secondary benefits|equity considerations|target group|"
        "target groups|reporting mechanism|required or encouraged|risk|risks|dependencies|dependency|links|"
        "linked strategies|geography|ward|location|governance|evidence link|risks and issues|co benefits|"
        "target audience|population|clarity required|barriers|enablers|where|priority level|high medium low|"
        "date of meeting|meeting date|meeting|date raised|date added|date agreed|date identified|date logged|"
        "date created|last updated|date updated|date of last update|last reviewed|date of last review|"
        "carbon impact|co2 savings|co2 reduction|carbon savings|emissions reduction|ghg reduction|ghg impact|"
        "links to other plans|link to strategy|links to other strategies|strategic link|strategic links|"
        "priority rating|ranking|baseline|current performance|mechanism|delivery mechanism|support needed|"
        "type|type of action|action type|measure type|new or existing|effort|feasibility|equality impact|"
        "risk rating|means of verification|achievable|realistic|relevant|attainable",
    ),
    ((M.NOTE,), "note|notes|additional notes|remarks"),
    ((M.ACTOR,), "actor|actors"),
    ((M.BEHAVIOUR,), "behaviour|behaviours|behavior|behaviors"),
)

# Where no wording fits, one telling word does; the first that is found decides.
TELLING: tuple[tuple[str, Meaning], ...] = (
    ("weighting", M.WEIGHT),
    ("news", M.PROGRESS),
    ("commentary", M.PROGRESS),
    ("comments", M.PROGRESS),
    ("comment", M.PROGRESS),
    ("narrative", M.PROGRESS),
    ("rag", M.STATUS),
    ("status", M.STATUS),
    ("milestone", M.MILESTONE),
    ("milestones", M.MILESTONE),
    ("progress", M.PROGRESS),
    ("update", M.PROGRESS),
    ("updates", M.PROGRESS),
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
    ("due", M.TIMESCALE),
    ("completion", M.TIMESCALE),
    ("introduced", M.START),
    ("cost", M.MONEY),
    ("costs", M.MONEY),
    ("success", M.MEASURE),
    ("indicator", M.MEASURE),
    ("indicators", M.MEASURE),
    ("kpi", M.MEASURE),
    ("kpis", M.MEASURE),
    ("measure", M.MEASURE),
    ("measures", M.MEASURE),
    ("outcome", M.MEASURE),
    ("outcomes", M.MEASURE),
    ("impact", M.MEASURE),
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

# A role before a word for a body: 'Supporting departments', 'Responsible team', 'Other agencies'.
ROLES: Mapping[str, Meaning] = {
    **dict.fromkeys(("lead", "leading", "responsible", "accountable", "owning", "main", "named"), M.LEAD),
    **dict.fromkeys(("delivery", "delivering", "implementing", "implementation"), M.OWNER),
    **dict.fromkeys(("supporting", "support", "partner", "partnering", "contributing", "other"), M.PARTNER),
    **dict.fromkeys(("key", "involved", "collaborating", "external", "participating"), M.PARTNER),
}
# Words before a wording that change nothing of what it is about: 'Anticipated completion', 'Headline actions'.
MODIFIERS = re.compile(
    r"(?:expected|anticipated|planned|estimated|proposed|actual|revised|original|agreed|current|overall|main|key|"
    r"headline|specific|our|the|local|initial|target|latest|forecast|further|any|other)"
)
