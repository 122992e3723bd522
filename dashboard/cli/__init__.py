"""The dashboard from a terminal: one module a command."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from importlib import import_module

from dashboard.cli.failing import FailedError
from dashboard.queries.text import on_one_line

COMMANDS: Mapping[str, str] = {
    "check": "find everything that is wrong with a dossier",
    "events": "list the events that are selected",
    "export": "write what is selected to a file",
    "new": "print a record to fill in, with the words to choose from",
    "schema": "write the schemas by which an editor checks a dossier while you write",
}

_EPILOG = """{prog} COMMAND --help says more of a command. The exit code is 0 where it was done, 1 where
something was wrong, and 2 where the command itself was not understood."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code.

    Only the module of the command that is asked for is imported: checking needs nothing of what exports are made with.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    prog = "python -m dashboard"
    parser = ArgumentParser(
        prog=prog,
        description="The dashboard from a terminal.",
        epilog=_EPILOG.format(prog=prog),
        formatter_class=RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, formatter_class=RawDescriptionHelpFormatter)
        if given[:1] == [name]:
            import_module(f"dashboard.cli.{name}").add_to(command)
    chosen = parser.parse_args(given)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except FailedError as error:
        sys.stderr.write(f"{on_one_line(str(error))}\n")
        return 1
    return code
