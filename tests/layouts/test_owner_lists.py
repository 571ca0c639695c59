"""Owners in every way they are listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import ALL, Cell, Grid, Text, grid, header, notes, owners, read_as, read_file, words_of

COLUMNS = ("Ref", "Action", "Who is responsible")
TRIO = ["Public Health", "Leisure Trust", "Housing"]


def listed(cell: str) -> Grid:
    """A plan in which each body stands alone before they stand together."""
    return grid(
        header(*COLUMNS),
        ("1", "Train receptionists to offer a walk", "Public Health"),
        ("2", "Open the pool an hour earlier", "Leisure Trust"),
        ("3", "Fit rails in every sheltered scheme", "Housing"),
        ("4", "Hold a games day for older tenants", cell),
        ("5", "Print the list of classes in large type", "Public Health"),
        widths=(0.5, 3, 2.5),
    )


@pytest.mark.parametrize("format_", ("docx", "html", "txt", "xlsx", "pdf"))
@pytest.mark.parametrize("separator", (", ", "; ", " / ", "/", " & ", " – ", " - ", ". ", " and ", ","))
def test_owners_parted_by_a_mark(tmp_path: Path, format_: str, separator: str) -> None:
    assert owners(read_as(tmp_path, format_, listed(separator.join(TRIO))))[3] == TRIO


@pytest.mark.parametrize("format_", ("docx", "html", "xlsx", "odt", "md", "csv", "pdf"))
def test_owners_one_to_a_line(tmp_path: Path, format_: str) -> None:
    assert owners(read_as(tmp_path, format_, listed("\n".join(TRIO))))[3] == TRIO


LISTS = [
    (format_, mark)
    for format_ in ("docx", "html", "xlsx", "txt")
    for mark in ("❖", "•", "-", "·", "o")
    if format_ != "txt" or mark not in {"-", "o"}  # run together, these are words like any other
]


@pytest.mark.parametrize(("format_", "mark"), LISTS)
def test_owners_as_a_list_with_marks(tmp_path: Path, format_: str, mark: str) -> None:
    cell = "\n".join(f"{mark} {name}" for name in TRIO)
    assert owners(read_as(tmp_path, format_, listed(cell)))[3] == TRIO


@pytest.mark.parametrize("format_", ALL)
def test_owners_run_together_with_nothing_between(tmp_path: Path, format_: str) -> None:
    """Told apart by the names that stand alone elsewhere in the plan."""
    assert owners(read_as(tmp_path, format_, listed(" ".join(TRIO))))[3] == TRIO


def test_commas_and_a_last_and(tmp_path: Path) -> None:
    assert owners(read_as(tmp_path, "docx", listed("Public Health, Leisure Trust and Housing")))[3] == TRIO


@pytest.mark.parametrize("joint", ("Parks and Gardens", "Parks & Gardens", "Sport, Culture and Heritage"))
def test_a_name_that_holds_a_separator_stays_whole(tmp_path: Path, joint: str) -> None:
    table = grid(
        header(*COLUMNS),
        ("1", "Plant a sensory garden", joint),
        ("2", "Open the pool an hour earlier", "Leisure Trust"),
        ("3", "Sow a meadow by the bypass", joint),
        ("4", "Hold a games day on the green", f"{joint}\nLeisure Trust"),
    )
    assert owners(read_as(tmp_path, "docx", table)) == [
        [joint],
        ["Leisure Trust"],
        [joint],
        [joint, "Leisure Trust"],
    ]


@pytest.mark.parametrize("format_", ALL)
def test_short_codes_stay_and_their_legend_is_kept(tmp_path: Path, format_: str) -> None:
    """The plan's own words stay: the code is the name, and the legend says what it means."""
    legend = Text("Key: PH = Public Health; LT = Leisure Trust; HSG = Housing")
    table = grid(
        header(*COLUMNS),
        ("1", "Train receptionists to offer a walk", "PH"),
        ("2", "Open the pool an hour earlier", "LT"),
        ("3", "Fit rails in every sheltered scheme", "HSG, PH"),
        widths=(0.5, 3, 2.5),
    )
    plan = read_as(tmp_path, format_, table, legend)
    assert owners(plan) == [["PH"], ["LT"], ["HSG", "PH"]]
    assert "LT = Leisure Trust" in notes(plan)


@pytest.mark.parametrize("nobody", ("Not applicable", "N/A", "n/a", "-", "–", "TBC", "tbc", "None"))
def test_a_cell_that_names_nobody_gives_no_owner(tmp_path: Path, nobody: str) -> None:
    plan = read_as(tmp_path, "docx", listed(nobody))
    assert owners(plan)[3] == []


@pytest.mark.parametrize("nobody", ("Not applicable", "TBC"))
def test_the_words_that_name_nobody_are_not_lost(tmp_path: Path, nobody: str) -> None:
    assert nobody in words_of(read_as(tmp_path, "docx", listed(nobody)))


def test_multiple_partners_is_kept_in_the_plan_s_words(tmp_path: Path) -> None:
    assert owners(read_as(tmp_path, "docx", listed("Multiple partners")))[3] == ["Multiple partners"]


def test_a_plan_without_owners_reads_as_one_and_says_so(tmp_path: Path) -> None:
    table = grid(
        header("Ref", "Action"),
        ("1", "Train receptionists to offer a walk"),
        ("2", "Open the pool an hour earlier"),
        ("3", "Fit rails in every sheltered scheme"),
    )
    plan = read_as(tmp_path, "docx", table)
    assert owners(plan) == [[], [], []]
    assert any("owner" in f"{finding.kind} {finding.message}".lower() for finding in plan.findings)


def test_leads_and_partners_in_columns_of_their_own(tmp_path: Path) -> None:
    table = grid(
        header("Action", "Lead officer", "Partners to engage"),
        ("Train receptionists to offer a walk", "Public Health", "GP practices, Leisure Trust"),
        ("Open the pool an hour earlier", "Leisure Trust", ""),
        ("Fit rails in every sheltered scheme", "Housing", "Public Health"),
    )
    plan = read_as(tmp_path, "docx", table)
    assert [[body.name for body in action.leads] for action in plan.actions] == [
        ["Public Health"],
        ["Leisure Trust"],
        ["Housing"],
    ]
    assert [[body.name for body in action.partners] for action in plan.actions] == [
        ["GP practices", "Leisure Trust"],
        [],
        ["Public Health"],
    ]


@pytest.mark.parametrize("format_", ("docx", "html"))
def test_the_lead_is_set_in_red(tmp_path: Path, format_: str) -> None:
    """The heading says so; the rest of the cell are partners."""
    cell = Cell("Public Health, Leisure Trust", coloured=("Leisure Trust", "#ff0000"))
    table = grid(
        header("Action", "Who (lead in red)"),
        ("Open the pool an hour earlier", cell),
        ("Fit rails in every scheme", Cell("Housing", coloured=("Housing", "#ff0000"))),
    )
    plan = read_as(tmp_path, format_, table)
    assert [[body.name for body in action.leads] for action in plan.actions] == [
        ["Leisure Trust"],
        ["Housing"],
    ]
    assert [[body.name for body in action.partners] for action in plan.actions] == [["Public Health"], []]


def test_owners_in_an_extractor_s_list(tmp_path: Path) -> None:
    content = (
        "Ref\tAction\tInvolving\n"
        '1\t<p>Open the pool an hour earlier</p>\t<ul style="x"> ❖ Public Health ❖ Leisure Trust </ul>\n'
        "2\t<p>Fit rails in every scheme</p>\t<ul> <li>Housing</li> <li>Public Health</li> </ul>\n"
        "3\t<p>Print the list of classes</p>\t<b>Public Health</b>\n"
    )
    plan = read_file(tmp_path, "plan.txt", content)
    assert owners(plan) == [
        ["Public Health", "Leisure Trust"],
        ["Housing", "Public Health"],
        ["Public Health"],
    ]


@pytest.mark.parametrize("format_", ALL)
@pytest.mark.parametrize(
    "cell",
    (
        "Harbour/Allotments/Ferries",
        "Saltby Rangers/Ferry Watch/Mill Friends",
        "Libraries/Harbour Watch/Police",
    ),
)
def test_three_owners_between_slashes_that_stand_nowhere_else(
    tmp_path: Path, format_: str, cell: str
) -> None:
    assert owners(read_as(tmp_path, format_, listed(cell)))[3] == cell.split("/")


@pytest.mark.parametrize("cell", ("Adult/Family/Youth Services", "Parks/Gardens", "Sport/play/rest"))
def test_a_name_that_holds_slashes_stays_whole(tmp_path: Path, cell: str) -> None:
    assert owners(read_as(tmp_path, "docx", listed(cell)))[3] == [cell]
