"""``check``: find everything that is wrong with a dossier."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from dashboard.cli.dossiers import absent, folders
from dashboard.loading.dossier import examine
from dashboard.model.dossier import Dossier
from dashboard.queries.text import counted
from dashboard.rules.all import RULES

_ABOUT = """Find everything that is wrong with a dossier, all at once. Each problem is a line: the file with the line in it,
the record, the key, what is wrong, and what would be right:

  data/mine/events.yaml:212  E41  tracks: 'naval' is not a track; choose from talks, works

A warning is a matter of taste or balance, which may stay as it is. Where there is no problem the records are counted.
The exit code is 0 where there is no problem, or else 1."""


def add_to(parser: ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description = _ABOUT
    parser.add_argument("folder", nargs="*", type=Path, help="a dossier's folder; without one, every folder under data/")
    parser.set_defaults(run=_run)


def _run(chosen: Namespace) -> int:
    return max(_check(folder) for folder in chosen.folder or folders())


def _check(folder: Path) -> int:
    if not folder.is_dir():
        sys.stdout.write(f"{absent(folder)}\n")
        return 1
    found = examine(folder, RULES)
    for problem in sorted((*found.problems, *found.warnings)):
        sys.stdout.write(f"{problem}\n")
    warnings = [counted(len(found.warnings), "warning")] if found.warnings else []
    if found.dossier is None:
        sys.stdout.write(f"{', '.join([counted(len(found.problems), 'problem'), *warnings])}.\n")
        return 1
    sys.stdout.write(f"{folder}: {', '.join([_counts(found.dossier), *warnings])}.\n")
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
