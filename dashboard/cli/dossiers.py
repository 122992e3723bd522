"""The dossier that a command is about."""

from argparse import ArgumentParser
from pathlib import Path

from dashboard.cli.failing import FailedError
from dashboard.loading.problems import DossierError
from dashboard.queries.text import counted, on_one_line


def add_option(parser: ArgumentParser) -> None:
    """Let a command be given a dossier's folder."""
    parser.add_argument(
        "--dossier", type=Path, metavar="FOLDER", help="the dossier's folder; without it, the first one under data/"
    )


def folders() -> list[Path]:
    """List the folders of all dossiers under ``data/``.

    Raises FailedError where there is none.
    """
    found = sorted(file.parent for file in Path("data").glob("*/dossier.yaml"))
    if not found:
        message = "There is no dossier under data/; name a folder."
        raise FailedError(message)
    return found


def the_one(folder: Path | None) -> Path:
    """Give the folder that was named, or else the first dossier's.

    Raises FailedError where there is none.
    """
    return folder or folders()[0]


def absent(folder: Path) -> str:
    """Say that a folder is not there."""
    return on_one_line(f"There is no folder {folder}.")


def refused(folder: Path, error: DossierError) -> FailedError:
    """Say how much is wrong with a dossier, and how to see it."""
    if not folder.is_dir():
        return FailedError(absent(folder))
    problems = counted(len(error.problems), "problem")
    return FailedError(f"{folder} has {problems}. To see what is wrong: python -m dashboard check {folder}")
