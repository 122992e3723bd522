"""``new``: print a record to fill in, with the words to choose from."""

import sys
from argparse import ArgumentParser, Namespace

from dashboard.cli.dossiers import add_option, refused, the_one
from dashboard.cli.failing import FailedError
from dashboard.loading.problems import DossierError
from dashboard.loading.template import FILES, template, variants

_ABOUT = """Print a new record to fill in, with each key explained and the words to choose from. An event is given the next
number, and with its date its layer and its place in the file. For example:

  python -m dashboard new event --date 2017-03-02 > event.yaml
  python -m dashboard new source --date 2017-03-03
  python -m dashboard new question --kind order

Fill it in, paste it into the file that its first lines name, and run python -m dashboard check."""


def add_to(parser: ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description = _ABOUT
    parser.add_argument("record", choices=list(FILES), metavar="RECORD", help=f"one of {', '.join(FILES)}")
    parser.add_argument(
        "--date", default="", help="when an event happened or a source was issued, as 2017-03-02, 2017-03 or 2017"
    )
    kinds = variants()
    parser.add_argument(
        "--kind",
        choices=kinds,
        default="",
        metavar="KIND",
        help=f"of a study question: {', '.join(kinds)}; without it, {kinds[0]}",
    )
    add_option(parser)
    parser.set_defaults(run=_run)


def _run(chosen: Namespace) -> int:
    if chosen.kind and chosen.record != "question":
        message = "Only a study question has --kind; leave it out, and write the kind of an event into the record."
        raise FailedError(message)
    folder = the_one(chosen.dossier)
    try:
        sys.stdout.write(template(chosen.record, folder, chosen.date, chosen.kind))
    except DossierError as error:
        raise refused(folder, error) from error
    except ValueError as error:
        message = f"{str(error)[:1].upper()}{str(error)[1:]}."
        raise FailedError(message) from error
    return 0
