"""The rules between the records of a dossier, tried when it is read: each breach with its file, line, record and message."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.loading.dossier import Rule, examine, load
from dashboard.loading.problems import Breach, DossierError
from dashboard.model.dossier import Dossier
from dashboard.rules.all import RULES
from tests.record import HARBOUR

BRIEF = "the-bar-in-three-minutes"
FINDING_VIEW = 'view: {window: "1993-01/1994-12", layers: [core], as_of: "1995-02-01"}'


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


def test_a_record_that_is_wrong_by_itself_is_held_to_no_further_rule(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    edit(folder, "audience: Apprentice pilots", "audience:")
    assert [line.split("  ")[2].partition(":")[0] for line in problems(folder)] == ["audience"]


@dataclass(frozen=True)
class Broken:
    """A record that is wrong by itself, and a breach elsewhere that is told all the same."""

    file: str
    old: str
    new: str
    problem: str


@pytest.mark.parametrize(
    "broken",
    [
        Broken("events", "kind: meeting\n", "kind: meting\n", "E6  kind"),
        Broken("sources", "type: hearing", "type: x", "council-1995-02-03  type"),
        Broken("people", "  name: Ada Thorn\n", "", "ada-thorn  name"),
        Broken("glossary", "term: Bar", "term:", "bar  term"),
        Broken("measures", "by: brackwater\n  what", "by: x\n  what", "spoil-toll  by"),
        Broken("questions", "level: 1\n  prompt: What", "level: 9\n  prompt: What", "what-the-toll-was-on  level"),
        Broken("positions", "kind: counter-claim", "kind: x", "what-raised-the-bar  entries.kind"),
    ],
    ids=lambda broken: broken.file,
)
def test_a_broken_record_hides_no_breach_of_another_and_makes_no_false_one(folder: Path, broken: Broken) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    file = folder / f"{broken.file}.yaml"
    text = file.read_text(encoding="utf-8").replace(broken.old, broken.new)
    events = folder / "events.yaml"
    file.write_text(text, encoding="utf-8")
    old = "title: The two towns sign the Maren Harbour Compact"
    events.write_text(events.read_text(encoding="utf-8").replace(old, "title: A compact till 1999"), encoding="utf-8")
    found = [line.partition("  ")[2].rpartition(": ")[0] for line in problems(folder)]
    assert sorted(found) == sorted([f"{BRIEF}  minutes", "E1  title", broken.problem])


def test_of_two_records_with_one_id_neither_is_held_to_more(folder: Path) -> None:
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8").replace("id: 1991-bar-said-to-rise", "id: 1993-04-night-dredging")
    events.write_text(text, encoding="utf-8")
    [line] = problems(folder)
    assert "id: '1993-04-night-dredging' is the id of E2 on line 18 and of E3 on line 37" in line


def test_where_the_dossiers_own_file_is_wrong_no_rule_can_be_tried(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    front = folder / "dossier.yaml"
    front.write_text(front.read_text(encoding="utf-8").replace("symbol: square", "symbol: x"), encoding="utf-8")
    assert [line.split("  ")[1].partition(":")[0] for line in problems(folder)] == ["tracks.symbol"]


def test_a_warning_refuses_nothing(folder: Path) -> None:
    warns = Rule(lambda _: [Breach("events", (0, "title"), "is long; make it shorter", warning=True)])
    assert load(folder, (warns,)) == load(folder)
    found = examine(folder, (warns,))
    assert (len(found.problems), len(found.warnings)) == (0, 1)
    assert str(found.warnings[0]).endswith("events.yaml:7  warning  E1  title: is long; make it shorter")


def test_without_rules_only_the_records_themselves_are_tried(folder: Path) -> None:
    edit(folder, "minutes: 3", "minutes: 9")
    assert load(folder).briefs[0].minutes == 9


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
