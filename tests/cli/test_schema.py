"""A command writes the schemas of a dossier's files."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.loading.schema import as_text, schemas
from tests.record import FOLDER

Output = pytest.CaptureFixture[str]


def test_the_schemas_are_written_to_a_folder(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "new" / "folder"
    assert main(["schema", "-o", str(folder)]) == 0
    written = {file.stem: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert written == {name: as_text(schema) for name, schema in schemas().items()}
    assert capsys.readouterr().out.startswith(f"Written to {folder}: dossier.json, events.json, ")


def test_without_a_folder_they_go_beside_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema"]) == 0
    kept = FOLDER.parent / "schema"
    assert {file.name for file in (tmp_path / "data" / "schema").iterdir()} == {file.name for file in kept.iterdir()}


def test_a_folder_that_can_t_be_written_is_told_in_words(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["schema", "-o", str(file)]) == 1
    assert (
        capsys.readouterr().err == f"The schemas can't be written to {file} (File exists); name another folder with --output.\n"
    )
