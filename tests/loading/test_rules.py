"""The rules between the records of a dossier, tried when it is read: each breach with its file, line, record and message."""
# ruff: noqa: E501 - an edit is one line of the table

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.loading.dossier import Rule, load
from dashboard.loading.problems import Breach, DossierError
from dashboard.model.dossier import Dossier
from dashboard.rules.all import RULES
from tests.record import FOLDER, HARBOUR

BRIEF = "the-bar-in-three-minutes"
FINDING_VIEW = 'view: {window: "1993-01/1994-12", layers: [core], as_of: "1995-02-01"}'
TOLL_PAGE = "page: responses\n      measure: spoil-toll"


@dataclass(frozen=True)
class Case:
    """One edit of the briefs of the harbour dossier, and the one problem that it makes where the words ``at`` stand."""

    what: str
    old: str
    new: str
    at: str
    says: str


# fmt: off
CASES = [
    Case("a view that selects nothing", FINDING_VIEW, "view: {q: nothing-like-it}", "event: 1993-09-14-board-finding",
         "scenes.event: E4 is not among the events that the view selects; widen the view or open another event"),
    Case("an event outside its view", "tracks: [soundings], q: shoal", "tracks: [talks, works]", "event: 1993-09-20-sallowhithe-denies",
         "scenes.event: E5 is not among the events that the view selects; widen the view or open another event"),
    Case("a measure and an event that is no stage of it", "event: 1995-03-28-spoil-toll", "event: 1995-10-dredger-laid-up", "event: 1995-10-dredger-laid-up",
         "scenes.event: E12 is no stage of the measure spoil-toll; open an event of one of its stages"),
    Case("a question and an event that is no entry's", "event: 1993-09-20-sallowhithe-denies", "event: 1993-04-night-dredging", "event: 1993-04-night-dredging",
         "scenes.event: E3 is the event of no entry of what-raised-the-bar; open an event of one of its entries"),
    Case("minutes that do not add up", "minutes: 3", "minutes: 4", "minutes: 4",
         "minutes: the scenes take 180 s and the brief 240 s; let them differ by at most 15%"),
    Case("a timeline that opens a measure", TOLL_PAGE, "page: timeline\n      measure: spoil-toll", "- id: toll",
         "scenes: a scene on the page timeline has none of track, measure and question; this one has measure"),
    Case("the responses with nothing opened", TOLL_PAGE, "page: responses", "- id: toll",
         "scenes: a scene on the page responses has track or measure; this one has none"),
    Case("the responses with two things opened", TOLL_PAGE, f"{TOLL_PAGE}\n      track: works", "- id: toll",
         "scenes: a scene on the page responses has track or measure; this one has track and measure"),
    Case("the positions with a measure opened", TOLL_PAGE, "page: positions\n      measure: spoil-toll", "- id: toll",
         "scenes: a scene on the page positions has question; this one has measure"),
]
# fmt: on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the harbour dossier to where it may be broken."""
    return copytree(HARBOUR, tmp_path / "harbour")


def edit(folder: Path, old: str, new: str) -> str:
    """Put one text for another that stands in the briefs once; give what they are then."""
    path = folder / "briefs.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def problems(folder: Path) -> list[str]:
    """Load a dossier that breaks rules, and list the breaches as lines without the folder."""
    with pytest.raises(DossierError) as refusal:
        load(folder, RULES)
    return str(refusal.value).replace(f"{folder}/", "").splitlines()


def line_of(text: str, words: str) -> int:
    """Count the line on which words first stand."""
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_breach_is_told_by_file_line_record_and_field(folder: Path, case: Case) -> None:
    text = edit(folder, case.old, case.new)
    line = line_of(text, case.at)
    told = f"briefs.yaml:{line}  {BRIEF}  {case.says}"
    assert told in problems(folder)


@pytest.mark.parametrize(
    ("view", "count"),
    [("{q: nothing-like-it}", "0 events"), ('{window: "1993-09-14/1993-09-14", layers: [core]}', "1 event")],
)
def test_a_view_that_selects_fewer_than_two_events_is_told_where_it_stands(folder: Path, view: str, count: str) -> None:
    text = edit(folder, FINDING_VIEW, f"view: {view}")
    where = f"briefs.yaml:{line_of(text, f'view: {view}')}"
    assert f"{where}  {BRIEF}  scenes.view: shows {count}; let it select at least 2" in problems(folder)


def test_all_breaches_are_told_at_once_in_the_order_of_lines(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    edit(folder, FINDING_VIEW, "view: {q: nothing-like-it}")
    edit(folder, "event: 1995-03-28-spoil-toll", "event: 1995-10-dredger-laid-up")
    edit(folder, "tracks: [soundings], q: shoal", "tracks: [talks, works]")
    found = problems(folder)
    assert [line.split("  ")[2].partition(":")[0] for line in found] == [
        "minutes",
        "scenes.event",
        "scenes.view",
        "scenes.event",
        "scenes.event",
    ]
    lines = [int(line.split(":")[1].split()[0]) for line in found]
    assert lines == sorted(lines)


def test_the_rules_wait_until_every_record_is_right_by_itself(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    edit(folder, "audience: Apprentice pilots", "audience:")
    assert [line.split("  ")[2].partition(":")[0] for line in problems(folder)] == ["audience"]


def test_without_rules_only_the_records_themselves_are_tried(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    assert load(folder).briefs[0].minutes == 9


@pytest.mark.parametrize("record", [FOLDER, HARBOUR], ids=["real", "invented"])
def test_the_dossiers_that_we_ship_break_no_rule(record: Path) -> None:
    assert load(record, RULES) == load(record)


def test_a_rule_of_any_record_can_be_given(folder: Path) -> None:
    def no_toll(dossier: Dossier) -> list[Breach]:
        at = next(number for number, event in enumerate(dossier.events) if event.id == "1995-03-28-spoil-toll")
        return [Breach("events", (at, "label"), "is too dear; lower it")]

    with pytest.raises(DossierError) as refusal:
        load(folder, (Rule(no_toll),))
    text = (folder / "events.yaml").read_text(encoding="utf-8")
    entry = text[text.index("- id: 1995-03-28-spoil-toll") :]
    line = line_of(text, "- id: 1995-03-28-spoil-toll") + line_of(entry, "label:") - 1
    assert str(refusal.value).endswith(f"events.yaml:{line}  E10  label: is too dear; lower it")
