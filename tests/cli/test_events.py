"""A command lists the events that are selected, within the width of the terminal."""

from pathlib import Path

import pytest

from dashboard.cli import main, record
from dashboard.cli.events import lines
from dashboard.queries import address
from dashboard.queries.tables import build
from tests import builders
from tests.record import HARBOUR

Output = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("root")
def test_the_sentence_stands_above_a_line_for_each_event(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["events", "--tracks", "economic", "--from", "2017-12-20"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Showing 1 of 132 events: economic, 20-31 December 2017.",
        "",
        "E106  2017-12-20  economic  Documented  Two firms on the Entity List",
    ]


def test_a_line_says_who_asserts_an_event_and_on_which_lanes_it_stands(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["events", "--dossier", str(HARBOUR)]) == 0
    told = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()[2:]}
    assert "  soundings     Denied (Harbour Board)     Night dredging on the bar" in told["E3"]
    assert "  talks, works  On record  " in told["E9"]
    assert "E1" not in told


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 132, 200])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(["events", "--from", "1987-01-01", "--to", "2019-12-31"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert max(map(len, said)) <= width
    assert len([line for line in said if line.startswith("E")]) == 132


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("width", [80, 100, 132, 200])
def test_what_fits_is_not_cut(width: int, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(["events", "--tracks", "economic", "--from", "2017-12-19"]) == 0
    assert "…" not in capsys.readouterr().out


def test_control_characters_of_a_record_never_reach_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    hostile = builders.event(label="a\x1b[2J\u202eb\nc", title="x\x07")
    monkeypatch.setattr(record, "tables", lambda _: build(builders.dossier([hostile])))
    assert main(["events", "--dossier", "x"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("  a [2J b c\n")
    assert all(letter.isprintable() or letter == "\n" for letter in said)


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("arguments", "numbers", "says"),
    [
        (["--q", "E106"], ["E106"], "E106 is the event of that number."),
        (["--q", "E1"], ["E1"], "E1 is the event of that number."),  # before the window in which everybody begins
        (["--q", "E106", "--tracks", "military"], [], "There is an event E106, but the other filters leave it out."),
        (["--q", "E106", "--to", "2016-12-31"], [], "There is an event E106, but the other filters leave it out."),
        (["--q", "E9999"], [], "There is no event E9999; the record goes from E1 to E132."),
        (
            ["--q", "2017-12-20"],
            ["E88", "E129", "E106"],
            "Showing 3 of 132 events: 20 December 2017.",
        ),  # or some day of the month
        (
            ["--q", "20 December 2017", "--tracks", "military"],
            ["E88", "E129"],
            "Showing 2 of 132 events: military, 20 December 2017.",
        ),
        (["--q", "2017-03-15"], [], "Showing 0 of 132 events: 15 March 2017."),
        (["--q", "106"], [], "There is an event of that number: E106; search for it with its letter."),
    ],
)
def test_a_number_and_a_date_are_found_as_the_search_of_a_page_finds_them(
    arguments: list[str], numbers: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert main(["events", *arguments]) == 0
    sentence, *listed = capsys.readouterr().out.splitlines()
    assert sentence.endswith(says)
    assert [line.split()[0] for line in listed if line] == numbers


def test_what_selects_nothing_is_no_mistake(capsys: Output) -> None:
    assert main(["events", "--dossier", str(HARBOUR), "--q", "no such words"]) == 0
    assert capsys.readouterr().out == "Showing 0 of 14 events: 1993 to 1996, mentioning no such words.\n"


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--tracks", "naval"], "The address has “tracks=naval”, which is not in this record.\n"),
        (["--from", "2017-13-01"], "2017-13-01"),
        (["--from", "2017-02-01", "--to", "2017-01-01"], "ends before it begins"),
        (["--q", "x" * 300], "has 300 characters"),
    ],
)
def test_a_filter_that_is_wrong_is_told_and_nothing_listed(arguments: list[str], words: str, capsys: Output) -> None:
    assert main(["events", *arguments]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.usefixtures("root")
def test_whatever_stands_in_an_address_may_be_given(capsys: Output) -> None:
    words = {"event": "E106", "view": "list", "type": "large", "from": "2017-12-20", "seed": "7"}
    given = [part for name in words for part in (f"--{name}", words[name])]
    assert set(words) <= set(address.NAMES)
    assert main(["events", *given]) == 0
    assert "E106" in capsys.readouterr().out


def test_a_sentence_is_wrapped_and_no_row_adds_nothing() -> None:
    assert list(lines("one two three", [], 8)) == ["one two", "three"]
    assert list(lines("one", [["E1", "2014", "a", "b", "c"]], 80)) == ["one", "", "E1  2014  a  b  c"]


def test_a_folder_that_is_no_dossier_is_told_in_words(tmp_path: Path, capsys: Output) -> None:
    assert main(["events", "--dossier", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path} has 9 problems. ")
