"""One command says whether a dossier can be published."""

from pathlib import Path
from shutil import copytree

import pytest

from dashboard.cli import check, main
from dashboard.loading.dossier import Rule
from dashboard.loading.problems import Breach
from tests.record import HARBOUR

COUNTS = "14 events, 2 measures, 1 contested question, 1 brief, 12 study questions, 14 sources, 2 terms, 1 person."

Output = pytest.CaptureFixture[str]


def test_a_dossier_without_a_problem_is_counted_on_one_line(capsys: Output) -> None:
    assert main(["check", str(HARBOUR)]) == 0
    assert capsys.readouterr().out == f"{HARBOUR}: {COUNTS}\n"


def test_every_problem_is_a_line_and_the_exit_code_says_so(broken: Path, capsys: Output) -> None:
    assert main(["check", str(broken)]) == 1
    *problems, last = capsys.readouterr().out.splitlines()
    first, second = [problem.split("  ")[1:] for problem in problems]
    assert first[0] == "E4"
    assert first[1].startswith("date: '1993-09-31' is not a date of the calendar; write it like ")
    assert second == ["E8", "tracks: 'naval' is not a track; choose from talks, works"]
    assert last == "2 problems."


def test_a_warning_is_marked_and_counted_and_refuses_nothing(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    long = Rule(lambda _: [Breach("events", (0, "title"), "is long; make it shorter", warning=True)], frozenset())
    monkeypatch.setattr(check, "RULES", (long,))
    warning = "events.yaml:7  warning  E1  title: is long; make it shorter\n"
    assert main(["check", str(HARBOUR)]) == 0
    assert capsys.readouterr().out == f"{HARBOUR}/{warning}{HARBOUR}: {COUNTS.removesuffix('.')}, 1 warning.\n"
    assert main(["check", str(broken)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"{broken}/{warning}")
    assert said.endswith("\n2 problems, 1 warning.\n")


def test_a_sound_dossier_beside_a_broken_one_is_no_excuse(broken: Path, capsys: Output) -> None:
    assert main(["check", str(HARBOUR), str(broken)]) == 1
    assert main(["check", str(broken), str(HARBOUR)]) == 1
    assert capsys.readouterr().out.count(f"{HARBOUR}: {COUNTS}\n") == 2


def test_a_folder_that_is_not_there_is_told_once(tmp_path: Path, capsys: Output) -> None:
    none = tmp_path / "none"
    assert main(["check", str(none), str(HARBOUR)]) == 1
    assert capsys.readouterr().out == f"There is no folder {none}.\n{HARBOUR}: {COUNTS}\n"


def test_a_folder_without_the_files_has_nine_problems(tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(tmp_path)]) == 1
    *problems, last = capsys.readouterr().out.splitlines()
    assert all(problem.endswith("can't be read (No such file or directory); put the file there") for problem in problems)
    assert (len(problems), last) == (9, "9 problems.")


def test_without_a_folder_every_dossier_under_data_is_checked(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    copytree(HARBOUR, broken.parent / "harbour")
    (broken.parent / "notes").mkdir()
    monkeypatch.chdir(broken.parents[1])
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("data/broken/events.yaml:")
    assert said.endswith(f"2 problems.\ndata/harbour: {COUNTS}\n")
    assert "notes" not in said


def test_without_any_dossier_there_is_nothing_to_approve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert tuple(capsys.readouterr()) == ("", "There is no dossier under data/; name a folder.\n")
