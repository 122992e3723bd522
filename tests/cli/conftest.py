"""A broken dossier, and the record read once for all tests."""

from pathlib import Path
from shutil import copytree

import pytest

from dashboard.cli import record
from tests.record import FOLDER, HARBOUR, tables


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Copy the harbour dossier and break it twice."""
    folder = copytree(HARBOUR, tmp_path / "data" / "broken")
    events = folder / "events.yaml"
    text = events.read_text(encoding="utf-8").replace("tracks: [works]", "tracks: [naval]", 1)
    events.write_text(text.replace('date: "1993-09-14"', 'date: "1993-09-31"'), encoding="utf-8")
    return folder


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the record is, and read it once for all tests."""
    monkeypatch.chdir(FOLDER.parents[1])
    monkeypatch.setattr(record, "tables", lambda _: tables())
