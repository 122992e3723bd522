"""What is common to all commands: help that teaches, errors in words, and nothing imported that is not needed."""

import os
import re
from pathlib import Path
from subprocess import PIPE, Popen, run
from sys import executable

import pytest

from dashboard.cli import COMMANDS, main
from tests.record import FOLDER

ROOT = FOLDER.parents[1]

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--fast"]])
def test_an_unknown_command_is_answered_with_the_usage(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m dashboard")


def test_the_module_is_the_command() -> None:
    done = run([executable, "-m", "dashboard", "check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("data/inf-treaty: 132 events, ")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_what_it_does_and_shows_it(name: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: python -m dashboard {name}")
    assert "python -m dashboard" in said.partition("options:")[0].partition("\n\n")[2] or name == "check"


@pytest.mark.parametrize("name", ["events", "export"])
def test_no_option_stands_in_a_help_without_a_word_on_it(name: str, capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    said = capsys.readouterr().out
    assert re.findall(r"^  --\S+ WORD$(?!\n {20})", said, re.MULTILINE) == []


def test_the_help_names_every_command_and_the_exit_codes(capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert all(f"{name} {about}" in said for name, about in COMMANDS.items())
    assert "The exit code is 0 where it was done, 1 where something was wrong, and 2" in said


@pytest.mark.parametrize("arguments", [["events"], ["export", "csv"]])
def test_of_a_broken_dossier_nothing_is_told_but_how_to_see_what_is_wrong(
    arguments: list[str], broken: Path, capsys: Output
) -> None:
    assert main([*arguments, "--dossier", str(broken)]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert error.endswith(f"{broken} has 2 problems. To see what is wrong: python -m dashboard check {broken}\n")
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [["check"], ["events"], ["export", "csv"], ["new", "event"]])
def test_without_any_dossier_it_is_said_in_words(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    assert tuple(capsys.readouterr()) == ("", "There is no dossier under data/; name a folder.\n")


@pytest.mark.parametrize("arguments", [["check", "--help"], ["events", "--help"], ["new", "event"], ["schema", "--help"]])
def test_a_command_imports_nothing_that_only_exports_need(arguments: list[str]) -> None:
    command = [executable, "-X", "importtime", "-m", "dashboard", *arguments]
    told = run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}
    assert imported.isdisjoint({"pptx", "plotly", "icalendar", "citeproc", "streamlit"})
    assert arguments[0] != "new" or "pandas" not in imported


def test_what_was_given_is_repeated_without_its_control_characters(capsys: Output) -> None:
    assert main(["new", "event", "--dossier", "no\x1b[2J\nfolder"]) == 1
    assert capsys.readouterr().err == "There is no folder no [2J folder.\n"


def test_whoever_reads_only_the_first_lines_sees_no_traceback() -> None:
    with Popen([executable, "-m", "dashboard", "events"], cwd=ROOT, stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_that_knows_few_letters_is_told_the_rest_in_plain_ones() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "60"}
    told = run([executable, "-m", "dashboard", "events"], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.isascii()
