"""Which dossier is served: chosen where the application is started."""

import os
import sys
from argparse import ArgumentParser
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
OPTION = "--dossier"
VARIABLE = "DOSSIER"  # the environment variable that names a folder where the option doesn't
_APP = "app.py"


def folder() -> Path:
    """Name the folder that is served: of the option, or else of the environment, or else the first under ``data/``."""
    named = option(tuple(sys.argv)) or os.environ.get(VARIABLE)
    found = sorted(file.parent for file in DATA.glob("*/dossier.yaml"))
    return Path(named) if named else found[0] if found else DATA


def see_that_it_is_there() -> None:
    """End the start of the application in words where the folder that was chosen is none."""
    chosen = folder()
    if not chosen.is_dir():
        by = OPTION if option(tuple(sys.argv)) else VARIABLE if os.environ.get(VARIABLE) else "nobody"
        message = f"There is no folder {chosen}, which {by} names. Name the folder of a dossier, such as {DATA / 'my-dossier'}."
        sys.exit(message)


@cache
def option(arguments: tuple[str, ...]) -> str | None:
    """Read what the option names, where the application was started with it; other programs have arguments of their own.

    Raises SystemExit, with the use in words, where the application was given anything else.
    """
    script, *given = arguments
    if Path(script).name != _APP:
        return None
    parser = ArgumentParser(prog=f"streamlit run {_APP} --", allow_abbrev=False, add_help=False)
    parser.add_argument(OPTION, metavar="FOLDER")
    named: str | None = parser.parse_args(given).dossier
    return named
