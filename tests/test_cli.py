"""One command says whether a dossier can be published, another writes what is selected of it to a file."""

import json
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from subprocess import run
from sys import executable

import pytest

from dashboard import cli
from dashboard.cli import main
from dashboard.exports import printing
from dashboard.exports.kinds import KINDS
from dashboard.loading.dossier import Rule
from dashboard.loading.problems import Breach
from tests.browser import chromium
from tests.exports.readers import READERS, rows
from tests.record import dossier, tables

TESTS = Path(__file__).parent
HARBOUR = TESTS / "dossiers" / "harbour"
COUNTS = "14 events, 2 measures, 1 contested question, 1 brief, 12 study questions, 14 sources, 2 terms, 1 person."

Output = pytest.CaptureFixture[str]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Copy the harbour dossier and break it twice."""
    folder = copytree(HARBOUR, tmp_path / "data" / "broken")
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8").replace("tracks: [works]", "tracks: [naval]", 1)
    events.write_text(text.replace('date: "1993-09-14"', 'date: "1993-09-31"'), encoding="utf-8")
    return folder


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
    monkeypatch.setattr(cli, "RULES", (long,))
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


def test_a_folder_that_is_not_there_has_nine_problems(tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(tmp_path / "none")]) == 1
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
    assert capsys.readouterr().out == "There is no dossier under data/; name a folder.\n"


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--fast"]])
def test_an_unknown_command_is_answered_with_the_usage(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m dashboard")


def test_the_module_is_the_command() -> None:
    done = run([executable, "-m", "dashboard", "check"], cwd=TESTS.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("data/inf-treaty: 132 events, ")


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the record is, and read it once for all tests."""
    monkeypatch.chdir(TESTS.parent)
    monkeypatch.setattr(cli, "load", lambda *_: dossier())
    monkeypatch.setattr(cli, "build", lambda _: tables())


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("kind", [kind for kind in READERS if kind != "pptx"])
def test_what_is_selected_is_written_to_a_file(kind: str, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "written"
    assert main(["export", kind, "--tracks", "economic", "--from", "2017-01-01", "-o", str(file)]) == 0
    sentence = "Showing 13 of 132 events: economic, 2017."
    assert capsys.readouterr().out == f"{sentence}\nWritten to {file}.\n"
    found = READERS[kind](file.read_bytes())
    assert len(found.events) == 13
    assert sentence in found.words


@pytest.mark.parametrize("kind", ["pptx", "html", "zip", "schema"])
def test_every_other_kind_is_written_too(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "written"
    assert main(["export", kind, "--dossier", str(HARBOUR), "-o", str(file)]) == 0
    assert file.stat().st_size > 1_000
    assert {*READERS, "html", "zip", "schema"} == set(KINDS)


def test_another_dossier_can_be_named(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "harbour.csv"
    assert main(["export", "csv", "--dossier", str(HARBOUR), "--tracks", "talks", "--tracks", "works", "-o", str(file)]) == 0
    assert "of 14 events: talks and works" in capsys.readouterr().out
    assert {row["edition"] for row in rows(file.read_bytes())} == {"Edition 2, 4 May 1998"}


def test_without_a_name_the_file_is_called_by_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    folder = TESTS.parent / "data" / "inf-treaty"
    monkeypatch.chdir(tmp_path)
    assert main(["export", "csv", "--dossier", str(folder), "--tracks", "economic", "--as-of", "2017-12-08"]) == 0
    day = datetime.now(UTC).date()
    name = f"the-inf-treaty-compliance-dispute-economic-as-of-2017-12-08-edition-1-{day}.csv"
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert capsys.readouterr().out.endswith(f"\nWritten to {name}.\n")


def test_a_hyphen_writes_to_the_terminal_and_nothing_else() -> None:
    done = run([executable, "-m", "dashboard", "export", "json", "-o", "-"], cwd=TESTS.parent, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["events"]) == 105


def test_where_nothing_is_made_nothing_goes_where_the_file_would() -> None:
    command = [executable, "-m", "dashboard", "export", "csv", "--tracks", "naval", "-o", "-"]
    done = run(command, cwd=TESTS.parent, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Nothing was exported. ")


@pytest.mark.usefixtures("root")
def test_one_event_can_be_had_alone(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "one.ris"
    assert main(["export", "ris", "--alone", "E41", "-o", str(file)]) == 0
    assert capsys.readouterr().out.startswith("E41 alone, of 132 events.\n")
    assert len(READERS["ris"](file.read_bytes()).events) == 1


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("site", "written"), [("https://a.example.org", "https://a.example.org/"), ("https://a.example.org/b/", "")]
)
def test_with_the_address_of_the_site_links_lead_there(site: str, written: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    assert main(["export", "csv", "--tracks", "economic", "--site", site, "-o", str(file)]) == 0
    addresses = [row["address"] for row in rows(file.read_bytes())]
    assert all(address.startswith(f"{written or site}?tracks=economic&event=E") for address in addresses)
    assert main(["export", "csv", "--tracks", "economic", "-o", str(file)]) == 0
    assert {row["address"] for row in rows(file.read_bytes())} == {""}


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["csv", "--tracks", "naval"], "The address has “tracks=naval”, which is not in this record."),
        (["csv", "--q", "no such words anywhere"], "There is nothing to export; take a filter off."),
        (["csv", "--ratio", "4:3"], "“ratio” is no parameter of this export."),
        (["csv", "--alone", "E9999"], "There is no event E9999 in this record."),
        (["pptx", "--alone", "E41"], "There is no export “E41.pptx”."),
        (["csv", "--alone", "../E41"], "There is no export “../E41.csv”."),
        (["csv", "--alone", "E90", "--as-of", "2017-12-07"], "E90 was not public on that day."),
        (["svg", "--width", "1"], "A picture is 320 to 4,000 pixels wide."),
        (["pptx", "--brief", "both-sides", "--as-of", "2016-01-01"], "so there is none as of a day."),
    ],
)
def test_an_order_that_is_refused_says_why_and_writes_nothing(
    arguments: list[str], words: str, tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "x"
    assert main(["export", *arguments, "-o", str(file)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Nothing was exported. ")
    assert words in said
    assert said.count("\n") == 1
    assert not file.exists()


@pytest.mark.usefixtures("root")
def test_a_file_that_can_t_be_written_is_told_in_words(tmp_path: Path, capsys: Output) -> None:
    assert main(["export", "csv", "-o", str(tmp_path / "none" / "x.csv")]) == 1
    assert capsys.readouterr().err.startswith("Nothing was exported. [Errno 2] No such file or directory")
    assert main(["export", "csv", "-o", str(tmp_path)]) == 1


def test_of_a_broken_dossier_nothing_is_exported(broken: Path, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "x.csv"
    assert main(["export", "csv", "--dossier", str(broken), "-o", str(file)]) == 1
    said = capsys.readouterr().err
    assert "tracks: 'naval' is not a track" in said
    assert said.endswith("\nNothing was exported: the record has 2 problems.\n")
    assert not file.exists()


def test_without_any_dossier_there_is_nothing_to_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "csv"]) == 1
    assert capsys.readouterr().out == "There is no dossier under data/; name a folder.\n"


@pytest.mark.parametrize(
    "arguments", [["export"], ["export", "exe"], ["export", "csv", "--colour", "x"], ["export", "csv", "extra"]]
)
def test_an_unknown_kind_or_filter_is_answered_with_the_usage(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m dashboard")


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the browser of the tests print."""
    path = chromium.find()
    assert path, chromium.ADVICE
    monkeypatch.setenv(printing.CHROME, path)


@pytest.mark.usefixtures("root", "browser")
@pytest.mark.parametrize("name", ["x.pdf", "X.PDF"])
def test_a_handout_is_printed_where_its_file_is_a_pdf(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    assert main(["export", "handout", "--from", "2017-12-08", "--paper", "letter", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("root")
def test_without_a_browser_a_handout_is_not_printed_but_can_be_had_as_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv(printing.CHROME, "no-such-browser")
    assert main(["export", "handout", "-o", str(tmp_path / "x.pdf")]) == 1
    assert "There is no program no-such-browser" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()
    assert main(["export", "handout", "-o", str(tmp_path / "x.html")]) == 0


@pytest.mark.usefixtures("root")
def test_only_a_handout_is_printed(tmp_path: Path, capsys: Output) -> None:
    assert main(["export", "csv", "-o", str(tmp_path / "x.pdf")]) == 0
    assert len(rows((tmp_path / "x.pdf").read_bytes())) == 105
    assert "Written to" in capsys.readouterr().out
