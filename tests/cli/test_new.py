"""A command prints a record to fill in; filled in, it checks."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from dashboard.cli import main
from dashboard.loading.dossier import load
from dashboard.loading.schema import examples, resolved, schemas
from dashboard.loading.template import FILES
from dashboard.model.vocabulary import Importance, Kind, Layer, Standing
from tests.record import FOLDER, HARBOUR

Output = pytest.CaptureFixture[str]

KINDS = ("choice", "order", "match", "standing")
EVERY = [*((name,) for name in FILES if name != "question"), *(("question", "--kind", kind) for kind in KINDS)]

EVENT = {
    "id:": "id: 1995-06-07-council-sits",
    "label:": "label: Council sits",
    "title:": "title: The council of Brackwater sits",
    "summary:": "summary: The council hears the board on the toll.",
    "kind:": "kind: meeting",
    "importance:": "importance: detail",
    "parties:": "parties: [brackwater]",
    "standing:": "standing: documented",
}


def printed(capsys: Output, *arguments: str, folder: Path = HARBOUR) -> str:
    """Give what the command prints."""
    assert main(["new", *arguments, "--dossier", str(folder)]) == 0
    return capsys.readouterr().out


def told(said: str) -> str:
    """Give the comments as running text."""
    return " ".join(line.lstrip("# ") for line in said.splitlines() if line.startswith("#"))


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill in the values of the record's own keys."""
    lines = template.splitlines()
    for position, line in enumerate(lines):
        for key, value in values.items():
            if line.startswith((f"- {key}", f"  {key}")):
                lines[position] = f"{line[:2]}{value}"
    return "\n".join(lines) + "\n"


def test_a_new_event_that_is_filled_in_checks(tmp_path: Path, capsys: Output) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    events = folder / "events.yaml"
    text = filled(printed(capsys, "event", "--date", "1995-06-07", folder=folder), EVENT)
    text = text.replace("    - id:\n", "    - id: gazette-1995-09-05\n").replace("# locator:", "locator:")
    whole = events.read_text(encoding="utf-8")
    before = whole.index("- id: 1995-10-dredger-laid-up")
    events.write_text(f"{whole[:before]}{text}\n{whole[before:]}", encoding="utf-8")
    code = main(["check", str(folder)])
    said = capsys.readouterr().out
    assert (code, said.splitlines()[-1].partition(",")[0]) == (0, f"{folder}: 15 events"), said
    assert load(folder).event["1995-06-07-council-sits"].number == 15


def test_what_is_not_filled_in_is_a_problem(tmp_path: Path, capsys: Output) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    events = folder / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8") + printed(capsys, "event", "--date", "1997-06-07"), encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().out
    keys = ("id", "label", "title", "summary", "kind", "importance", "parties", "standing", "sources.id")
    assert [key for key in keys if f"E15  {key}: " not in said] == []


PLACES = [
    ("1995-06-07", "core", "after E11 (1995-05/1995-08) and before E12 (1995-10/..)"),
    ("1993-09", "core", "after E3 (1993-04~) and before E4 (1993-09-14)"),
    ("1993-09-14", "core", "after E4 (1993-09-14) and before E5 (1993-09-20)"),
    ("1975", "background", "before E1 (1981)"),
    ("1999-01/..", "aftermath", "after E14 (1997-02-03)"),
    ("1996-12-31", "core", "after E13 (1996-06-12) and before E14 (1997-02-03)"),
]


@pytest.mark.parametrize(("date", "layer", "place"), PLACES)
def test_an_event_is_given_its_number_layer_and_place(date: str, layer: str, place: str, capsys: Output) -> None:
    said = printed(capsys, "event", "--date", date)
    lines = (HARBOUR / "events.yaml").read_text(encoding="utf-8").splitlines()
    for number in range(1, 15):
        line = lines.index(f"  number: {number}")  # that of its id, counted from 1
        place = place.replace(f"E{number} (", f"E{number} (line {line}, ")
    assert told(said).startswith(f"E15 goes into {HARBOUR}/events.yaml, {place}. ")
    [event] = yaml.safe_load(said)
    assert (event["number"], event["date"], event["layer"]) == (15, date, layer)
    assert event["id"].startswith(date[:4])


def test_the_first_event_of_all_has_number_1(tmp_path: Path, capsys: Output) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    (folder / "events.yaml").write_text("", encoding="utf-8")
    said = printed(capsys, "event", "--date", "1995", folder=folder)
    assert "events.yaml, as its first event. " in told(said)
    assert yaml.safe_load(said)[0]["number"] == 1


def test_without_a_date_the_place_is_left_open(capsys: Output) -> None:
    said = printed(capsys, "event")
    assert "where events stand in order of date" in told(said)
    [event] = yaml.safe_load(said)
    assert (event["id"], event["date"], event["layer"], event["number"]) == (None, None, None, 15)


def test_the_words_to_choose_from_are_those_of_the_format_and_of_the_dossier(capsys: Output) -> None:
    said = [" ".join(line.split()) for line in printed(capsys, "event", folder=FOLDER).splitlines()]
    for words in (Kind, Layer, Importance, Standing):
        assert [word for word in words if f"# {word} {word.meaning}" not in said] == []
    front = load(FOLDER).front
    assert [track.id for track in front.tracks if f"# {track.id} {track.title}" not in said] == []
    assert [party.id for party in front.parties if said.count(f"# {party.id} {party.name}") != 1] == []
    assert f"# {front.spine.id} {front.spine.title}" not in said


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_every_kind_of_record_has_every_key_of_its_own(arguments: tuple[str, ...], capsys: Output) -> None:
    said = printed(capsys, *arguments)
    [found] = yaml.safe_load(said)
    schema = schemas()[FILES[arguments[0]]]
    record = resolved(schema["items"], schema["$defs"])
    branches = [resolved(one, schema["$defs"]) for one in record.get("oneOf", [record])]
    mine = next(one for one in branches if one["properties"].get("kind", {}).get("const") in (None, arguments[-1]))
    assert set(found) == set(mine["required"])
    assert [key for key in mine["properties"] if f" {key}:" not in said] == []


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_a_key_that_is_taken_out_of_its_comment_is_yaml(arguments: tuple[str, ...], capsys: Output) -> None:
    lines = printed(capsys, *arguments).splitlines()
    shown: list[Any] = examples()[FILES[arguments[0]]]
    optional = {key for record in shown for key in record}
    taken = [line.replace("# ", "", 1) if line.strip("# ").partition(":")[0] in optional else line for line in lines]
    assert yaml.safe_load("\n".join(taken))


def test_a_source_may_be_begun_from_the_date_of_its_issue(capsys: Output) -> None:
    assert yaml.safe_load(printed(capsys, "source", "--date", "1995-06"))[0]["issued"] == "1995-06"


def test_a_dossier_with_problems_still_gives_a_record(broken: Path, capsys: Output) -> None:
    assert yaml.safe_load(printed(capsys, "event", "--date", "1995-06", folder=broken))[0]["number"] == 15


def test_what_a_dossier_calls_its_parties_is_no_way_into_the_terminal(tmp_path: Path, capsys: Output) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    front = folder / "dossier.yaml"
    text = front.read_text(encoding="utf-8").replace("name: Town of Sallowhithe", r'name: "Town\nkind: test"')
    front.write_text(text, encoding="utf-8")
    said = printed(capsys, "event", folder=folder)
    assert "Town kind: test" in said
    assert yaml.safe_load(said)[0]["kind"] is None

    front.write_text(text.replace(r"Town\n", r"Town\e[2J\n"), encoding="utf-8")
    assert main(["new", "event", "--dossier", str(folder)]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert error.strip().isprintable()
    assert "has 1 problem. To see what is wrong:" in error


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["event", "--date", "2017-3-2"], "'2017-3-2' is not a date of the calendar; write it like "),
        (["term", "--date", "2017"], "A new term is not begun from a date; leave the date out."),
        (["event", "--kind", "order"], "Only a study question has --kind; "),
        (["event", "--dossier", "no/such/folder"], "There is no folder no/such/folder."),
    ],
)
def test_what_can_t_be_begun_is_told_in_words(arguments: list[str], words: str, capsys: Output) -> None:
    assert main(["new", *arguments]) == 1
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.startswith(words)


@pytest.mark.parametrize("arguments", [["new"], ["new", "war"], ["new", "question", "--kind", "essay"]])
def test_an_unknown_kind_of_record_is_answered_with_the_usage(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m dashboard new")
