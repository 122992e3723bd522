"""The dashboard from a terminal."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dashboard.exports.kinds import KINDS
from dashboard.exports.order import Counter, Order, RefusedError, take
from dashboard.exports.printing import NoBrowserError, pdf
from dashboard.loading.dossier import examine, load
from dashboard.loading.problems import DossierError
from dashboard.model.dossier import Dossier
from dashboard.queries import address
from dashboard.queries.tables import build
from dashboard.queries.text import counted
from dashboard.rules.all import RULES

_PDF = ".pdf"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="find everything that is wrong with a dossier")
    check.add_argument("folder", nargs="*", type=Path, help="a dossier's folder; without one, every folder under data/")
    check.set_defaults(run=lambda chosen: _check(chosen.folder or _folders()))
    _add_export(commands.add_parser("export", help="write what is selected to a file", description=_EXPORT))
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen)
    return code


_EXPORT = """Write what is selected to a file. The filters are those of a page's address: --tracks economic --from 2017-01-01. A
handout whose file ends with .pdf is printed by the browser at hand."""


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("kind", choices=list(KINDS), metavar="KIND", help=f"one of {', '.join(KINDS)}")
    export.add_argument("-o", "--output", type=Path, help="the file; without one, a name that says what is in it; - for none")
    export.add_argument("--alone", metavar="E41", help="one event alone, where the kind allows it")
    export.add_argument("--dossier", type=Path, help="a dossier's folder; without one, the first under data/")
    export.add_argument("--site", default="", help="the address of the site, for links into it: https://www.example.org/")
    filters = export.add_argument_group("filters", "each may be given several times where an address allows it")
    names = dict.fromkeys((*address.NAMES, *(name for kind in KINDS.values() for name in kind.options)))
    for name in names:
        filters.add_argument(f"--{name.replace('_', '-')}", dest=f"filter-{name}", action="append", metavar="WORD")
    export.set_defaults(run=lambda chosen: _export(chosen, list(names)))


def _export(chosen: argparse.Namespace, names: Sequence[str]) -> int:
    given = {name: getattr(chosen, f"filter-{name}") for name in names}
    query = {name: values for name, values in given.items() if values}
    folder = chosen.dossier or next(iter(_folders()), None)
    if folder is None:
        return _say_no_dossier()
    kind = KINDS[chosen.kind]
    try:
        counter = Counter(build(load(folder, RULES)), folder, _with_slash(chosen.site), datetime.now(UTC).date())
        order = take(f"{chosen.alone}.{kind.ending}" if chosen.alone else kind.file, query, counter)
        written = _write(order, chosen.output)
    except DossierError as error:
        sys.stderr.write(f"{error}\nNothing was exported: the record has {counted(len(error.problems), 'problem')}.\n")
        return 1
    except (RefusedError, NoBrowserError, OSError) as error:
        sys.stderr.write(f"Nothing was exported. {error}\n")
        return 1
    if written:
        sys.stdout.write(f"{order.extract.sentence}\nWritten to {written}.\n")
    return 0


def _write(order: Order, output: Path | None) -> Path | None:
    content = order.fill()
    if output == Path("-"):
        sys.stdout.buffer.write(content)
        return None
    file = output or Path(order.file_name)
    file.write_bytes(pdf(content.decode()) if file.suffix.lower() == _PDF and order.kind is KINDS["handout"] else content)
    return file


def _with_slash(site: str) -> str:
    return f"{site.rstrip('/')}/" if site else ""


def _folders() -> list[Path]:
    return sorted(file.parent for file in Path("data").glob("*/dossier.yaml"))


def _say_no_dossier() -> int:
    sys.stdout.write("There is no dossier under data/; name a folder.\n")
    return 1


def _check(folders: Sequence[Path]) -> int:
    return max(_check_one(folder) for folder in folders) if folders else _say_no_dossier()


def _check_one(folder: Path) -> int:
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
