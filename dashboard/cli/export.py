"""``export``: write what is selected to a file."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import dossiers, filters, record
from dashboard.cli.failing import FailedError
from dashboard.exports.kinds import KINDS
from dashboard.exports.order import Counter, Order, RefusedError, take
from dashboard.exports.printing import NoBrowserError, pdf

_PDF = ".pdf"
_OPTIONS = tuple(name for kind in KINDS.values() for name in kind.options)
_ABOUT = f"""Write what is selected to a file. The filters are those of a page's address. A handout whose file ends with
{_PDF} is printed by the browser at hand. For example:

  python -m dashboard export csv --tracks talks --from 2017-01-01 --output talks.csv
  python -m dashboard export ris --alone E41"""


def add_to(parser: ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description = _ABOUT
    parser.add_argument("kind", choices=list(KINDS), metavar="KIND", help=f"one of {', '.join(KINDS)}")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="the file; without it, one whose name says what is in it; - prints it to the terminal",
    )
    parser.add_argument("--alone", metavar="E41", help="one event alone, where the kind allows it")
    dossiers.add_option(parser)
    parser.add_argument(
        "--site", default="", metavar="ADDRESS", help="the address of the site, for links into it: https://www.example.org/"
    )
    filters.add_to(parser, *_OPTIONS)
    parser.set_defaults(run=_run)


def _run(chosen: Namespace) -> int:
    folder = dossiers.the_one(chosen.dossier)
    kind = KINDS[chosen.kind]
    try:
        counter = Counter(record.tables(folder), folder, _with_slash(chosen.site), datetime.now(UTC).date())
        file = f"{chosen.alone}.{kind.ending}" if chosen.alone else kind.file
        order = take(file, filters.given(chosen, *_OPTIONS), counter)
        written = _write(order, chosen.output)
    except (FailedError, RefusedError, NoBrowserError, OSError) as error:
        message = f"Nothing was exported. {error}"
        raise FailedError(message) from error
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
