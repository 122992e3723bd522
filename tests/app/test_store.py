"""The record that is served while its files are edited, broken, mended and taken away."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from time import sleep

import pytest
from starlette.requests import Request

from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.rules.all import RULES
from dashboard.ui import choice, store
from dashboard.ui.health import ready
from tests.app.site import HARBOUR
from tests.asking import answered

TITLE = "title: "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Serve a copy of the invented dossier."""
    there = copytree(HARBOUR, tmp_path / "harbour")
    monkeypatch.setenv(choice.VARIABLE, str(there))
    monkeypatch.setattr(store, "_readings", {})
    return there


def edit(folder: Path, old: str, new: str, file: str = "dossier") -> None:
    """Put one text for another."""
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def served() -> str:
    """Read what the record that is served is called."""
    return store.tables().dossier.front.title


def test_a_record_is_read_once(folder: Path) -> None:
    assert store.tables() is store.tables()
    store.refresh()
    assert store.tables() is store.tables()
    assert choice.folder() == folder


def test_a_change_is_taken_up_when_the_files_are_looked_at(folder: Path) -> None:
    before = served()
    edit(folder, TITLE, f"{TITLE}Anew, ")
    assert served() == before
    store.refresh()
    assert served() == f"Anew, {before}"


BREAKS: dict[str, Callable[[Path], object]] = {
    "broken": lambda folder: edit(folder, "edition: ", "editoin: "),
    "emptied": lambda folder: (folder / "events.yaml").write_text(""),
    "cut short": lambda folder: (folder / "events.yaml").write_text((folder / "events.yaml").read_text()[:2000]),
    "no text": lambda folder: (folder / "events.yaml").write_bytes(b"\xff\xfe\x00"),
    "without a file": lambda folder: (folder / "sources.yaml").unlink(),
    "with a file of another name": lambda folder: (folder / "people.yaml").rename(folder / "persons.yaml"),
    "taken away": rmtree,
}


@pytest.mark.parametrize("harm", BREAKS.values(), ids=list(BREAKS))
def test_a_record_that_breaks_leaves_the_last_good_one_and_the_log_says_why_once(
    folder: Path, harm: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    before = store.tables()
    caplog.clear()
    harm(folder)
    with caplog.at_level(logging.ERROR):
        store.refresh()
        store.refresh()
    assert store.tables() is before
    assert store.is_usable()
    (said,) = caplog.records
    assert said.getMessage().endswith("; edition 2 is served on.")
    assert "problem" in said.getMessage()


def health() -> dict[str, object]:
    """Ask how the application is."""
    answer = answered(ready(Request({"type": "http"})))
    found: dict[str, object] = json.loads(bytes(answer.body))
    return found


@pytest.mark.parametrize("harm", BREAKS.values(), ids=list(BREAKS))
def test_whoever_watches_over_it_is_told_that_an_older_record_is_served_on(folder: Path, harm: Callable[[Path], object]) -> None:
    before = health()
    assert (before["stale"], before["problems"]) == (False, 0)
    harm(folder)
    store.refresh()
    with pytest.raises(DossierError) as refusal:
        load(folder, RULES)
    told = health()
    assert told == before | {"stale": True, "problems": len(refusal.value.problems)}
    assert str(folder) not in str(told)


def test_a_record_that_was_mended_is_stale_no_more(folder: Path) -> None:
    health()
    edit(folder, "edition: ", "editoin: ")
    store.refresh()
    assert health()["stale"]
    edit(folder, "editoin: ", "edition: ")
    store.refresh()
    assert (health()["stale"], health()["problems"]) == (False, 0)


def test_a_record_that_is_mended_is_served_again(folder: Path) -> None:
    before = served()
    edit(folder, TITLE, f"{TITLE}Anew, ")
    edit(folder, "edition: ", "editoin: ")
    store.refresh()
    assert served() == before
    edit(folder, "editoin: ", "edition: ")
    store.refresh()
    assert served() == f"Anew, {before}"


def test_a_record_that_comes_back_after_it_was_taken_away_is_served_anew(folder: Path) -> None:
    before = store.tables()
    rmtree(folder)
    store.refresh()
    assert store.tables() is before
    copytree(HARBOUR, folder)
    store.refresh()
    assert store.tables() is not before


def test_a_change_in_the_middle_of_reading_is_not_served_by_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.tables()
    edit(folder, TITLE, f"{TITLE}First, ")

    def changed_meanwhile(*arguments: object) -> object:
        found = load(*arguments)  # type: ignore[arg-type]
        edit(folder, TITLE, f"{TITLE}Second, ")
        monkeypatch.setattr(store, "load", load)
        return found

    monkeypatch.setattr(store, "load", changed_meanwhile)
    store.refresh()
    assert store.tables() is before
    store.refresh()
    assert served().startswith("Second, First, ")


def test_a_fault_while_reading_leaves_the_last_good_record(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = store.tables()
    edit(folder, TITLE, f"{TITLE}Anew, ")

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(store, "build", fail)
    with caplog.at_level(logging.ERROR):
        store.refresh()
    assert store.tables() is before
    assert [record.getMessage() for record in caplog.records] == ["The record could not be read; edition 2 is served on."]


def test_where_there_never_was_a_good_record_its_problems_are_told_until_it_is_mended(folder: Path) -> None:
    edit(folder, "edition: ", "editoin: ")
    with pytest.raises(DossierError, match="editoin"):
        store.tables()
    assert not store.is_usable()
    edit(folder, "editoin: ", "edition: ")
    assert store.is_usable()


def test_a_change_is_seen_by_whoever_watches_once_the_files_are_still(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PAUSE", 0.02)
    before = served()
    with store.watched():
        edit(folder, TITLE, f"{TITLE}Anew, ")
        for _ in range(500):
            if served() != before:
                break
            sleep(0.02)
    assert served() == f"Anew, {before}"
