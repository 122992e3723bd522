"""A command writes what is selected to a file."""

import json
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run
from sys import executable

import pytest

from dashboard.cli import main
from dashboard.exports import printing
from dashboard.exports.kinds import KINDS
from tests.browser import chromium
from tests.exports.readers import READERS, rows
from tests.record import FOLDER, HARBOUR

ROOT = FOLDER.parents[1]

Output = pytest.CaptureFixture[str]


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
    folder = ROOT / "data" / "inf-treaty"
    monkeypatch.chdir(tmp_path)
    assert main(["export", "csv", "--dossier", str(folder), "--tracks", "economic", "--as-of", "2017-12-08"]) == 0
    day = datetime.now(UTC).date()
    name = f"the-inf-treaty-compliance-dispute-economic-as-of-2017-12-08-edition-1-{day}.csv"
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert capsys.readouterr().out.endswith(f"\nWritten to {name}.\n")


def test_a_hyphen_writes_to_the_terminal_and_nothing_else() -> None:
    done = run([executable, "-m", "dashboard", "export", "json", "-o", "-"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["events"]) == 105


def test_where_nothing_is_made_nothing_goes_where_the_file_would() -> None:
    command = [executable, "-m", "dashboard", "export", "csv", "--tracks", "naval", "-o", "-"]
    done = run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
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
    assert capsys.readouterr().err.startswith(f"Nothing was exported. {broken} has 2 problems. ")
    assert not file.exists()


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
