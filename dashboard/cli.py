"""The dashboard from a terminal."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.model.dossier import Dossier
from dashboard.queries.rules import RULES
from dashboard.queries.text import counted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="find everything that is wrong with a dossier")
    check.add_argument("folder", nargs="*", type=Path, help="a dossier's folder; without one, every folder under data/")
    check.set_defaults(
        run=lambda chosen: _check(chosen.folder or sorted(file.parent for file in Path("data").glob("*/dossier.yaml")))
    )
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen)
    return code


def _check(folders: Sequence[Path]) -> int:
    if not folders:
        sys.stdout.write("There is no dossier under data/; name a folder.\n")
        return 1
    return max(_check_one(folder) for folder in folders)


def _check_one(folder: Path) -> int:
    try:
        dossier = load(folder, RULES)
    except DossierError as error:
        sys.stdout.write(f"{error}\n{counted(len(error.problems), 'problem')}.\n")
        return 1
    sys.stdout.write(f"{folder}: {_counts(dossier)}.\n")
    return 0


def _counts(dossier: Dossier) -> str:
    kinds = {
        "event": dossier.events,
        "measure": dossier.measures,
        "contested question": dossier.positions,
        "brief": dossier.briefs,
        "study question": dossier.questions,
        "source": dossier.sources,
        "term": dossier.glossary,
    }
    people = f"{len(dossier.people)} {'person' if len(dossier.people) == 1 else 'people'}"
    return ", ".join([*(counted(len(records), kind) for kind, records in kinds.items()), people])
