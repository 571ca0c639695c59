"""An invented plan of forty actions for the invented borough of Tarrow, and ways to edit it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from turntide.plan.model import Action, Body, Heading, Measure, Plan, Timescale

OWNERS = ("Public Health", "Parks and Rivers", "Tarrow Leisure Trust", "Housing", "Voluntary Action Tarrow")

THEMES: dict[str, tuple[tuple[str, str], ...]] = {
    "Streets and green places that invite people out": (
        ("Mark a mile loop from the door of every library", "Number of loops walked each week"),
        ("Light the towpath between Fenby lock and the old mill", "Evening counts on the towpath"),
        ("Put benches no more than two hundred metres apart on the shopping streets", "Benches placed"),
        ("Close Cooper Street to cars on school mornings", "Pupils who walk or wheel"),
        ("Plant shade trees in the six playgrounds without any", "Trees alive after two summers"),
        ("Repair the footbridge at Sallow Meadow", "Bridge open all year"),
        ("Write health questions into the checklist for large planning applications", "Applications checked"),
        ("Open the cemetery gates until dusk for walkers", "Hours open"),
    ),
    "Children and young people who move every day": (
        ("Train midday supervisors to lead playground games", "Supervisors trained"),
        ("Lend balance bikes through nurseries", "Families that borrowed a bike"),
        ("Offer swimming catch-up lessons to pupils who leave primary school unable to swim", "New swimmers"),
        ("Set up a girls' football hub at Marl End academy", "Girls who come twice a month"),
        ("Give care leavers free membership of the leisure centres", "Care leavers using their card"),
        ("Survey teenagers about where they feel safe after dark", "Answers from each ward"),
        ("Run holiday clubs with a cooked lunch in the three poorest wards", "Meals eaten"),
        ("Start a youth panel that spends a small sports budget", "Projects the panel paid for"),
    ),
    "People who live with illness or pain": (
        ("Refer patients with back pain to gentle exercise in village halls", "Referrals completed"),
        ("Teach practice nurses to talk about walking in a ten-minute appointment", "Nurses taught"),
        ("Bring strength and balance classes into sheltered housing", "Falls reported by residents"),
        ("Fund a gardening group on the stroke ward", "Patients who took part"),
        ("Add activity advice to the diabetes education course", "Courses that include it"),
        ("Publish a directory of accessible changing rooms", "Venues listed"),
        ("Match newly diagnosed cancer patients with a walking companion", "Matches that last three months"),
        ("Measure breathlessness before and after the singing programme", "Change in score"),
    ),
    "Neighbours who look after one another": (
        ("Pay community connectors in Marl End and Fenby", "Conversations recorded"),
        ("Convert the empty bakery into a repair café and meeting room", "Days in use"),
        ("Recruit bilingual volunteers for the welcome desk", "Languages spoken"),
        ("Hold a yearly street games weekend on the estates", "Streets that apply"),
        ("Insure small clubs through one shared policy", "Clubs insured"),
        ("Ring every widowed resident known to the bereavement service after six weeks", "Calls made"),
        ("Map community kitchens and their spare hours", "Kitchens mapped"),
        ("Share minibuses between day centres at weekends", "Journeys made"),
    ),
    "Work that does people good": (
        ("Ask the twenty largest employers to sign the active workplace pledge", "Pledges signed"),
        ("Install showers and cycle racks in council depots", "Staff who cycle"),
        ("Vary shift patterns so that carers can attend appointments", "Carers who stay in post"),
        ("Offer mental health first aid courses to foremen on building sites", "Foremen certified"),
        ("Advertise coaching apprenticeships to jobseekers over fifty", "Apprentices over fifty"),
        ("Audit stairwells and make them pleasanter than the lifts", "Stairwells painted"),
        ("Negotiate cheaper bus tickets for hospital night staff", "Tickets sold"),
        ("Report sickness absence by team every quarter", "Days lost to back trouble"),
    ),
}


def tarrow() -> Plan:
    """The plan as first published."""
    headings = tuple(Heading(f"h{at}", "Theme", name, str(at)) for at, name in enumerate(THEMES, start=1))
    actions = [
        Action(
            id=f"a{theme}.{at}",
            ref=f"{theme}.{at}",
            text=text,
            under=f"h{theme}",
            leads=(Body(OWNERS[(theme + at) % len(OWNERS)]),),
            timescale=Timescale("2024/25", "2024-04-01", "2025-03-31"),
            measures=(Measure(measure),),
        )
        for theme, rows in enumerate(THEMES.values(), start=1)
        for at, (text, measure) in enumerate(rows, start=1)
    ]
    return Plan(title="Moving Tarrow", levels=("Theme",), headings=headings, actions=tuple(actions))


def renumbered(plan: Plan, actions: Iterable[Action]) -> Plan:
    """The plan with these actions, given new ids and references in their order."""
    counts: dict[str | None, int] = {}
    numbered = []
    for at, action in enumerate(actions):
        counts[action.under] = counts.get(action.under, 0) + 1
        ref = f"{(action.under or 'h0')[1:]}.{counts[action.under]}"
        numbered.append(replace(action, id=f"n{at}", ref=ref))
    return replace(plan, actions=tuple(numbered))


def edited(plan: Plan, texts: dict[str, str]) -> Plan:
    """The plan with other words for the actions of these references."""
    actions = [replace(a, text=texts.get(a.ref or "", a.text)) for a in plan.actions]
    return replace(plan, actions=tuple(actions))


def without(plan: Plan, refs: Sequence[str]) -> Plan:
    """The plan without the actions of these references."""
    return replace(plan, actions=tuple(action for action in plan.actions if action.ref not in refs))


def texts(actions: Iterable[Action]) -> frozenset[str]:
    """The wordings of actions, to tell them by across editions."""
    return frozenset(action.text for action in actions)
