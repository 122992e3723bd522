"""``schema``: write the schemas by which an editor checks a dossier while it is written."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from dashboard.cli.failing import FailedError
from dashboard.loading.schema import as_text, schemas

_FOLDER = Path("data/schema")
_ABOUT = f"""Write a JSON Schema for each file of a dossier, made from the model. An editor with support for YAML uses them to
explain keys, to offer words and to underline what is wrong while you write. An editor that reads the settings in .vscode
finds them by itself. For any other, begin a file with a line such as:

  # yaml-language-server: $schema=../schema/events.json

A schema can't tell whether an id names anything; python -m dashboard check can. The schemas are kept in {_FOLDER}; write
them anew after a change of the model."""


def add_to(parser: ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description = _ABOUT
    parser.add_argument(
        "-o", "--output", type=Path, default=_FOLDER, metavar="FOLDER", help=f"where to write them; without it, {_FOLDER}"
    )
    parser.set_defaults(run=_run)


def _run(chosen: Namespace) -> int:
    made = {f"{name}.json": as_text(schema) for name, schema in schemas().items()}
    try:
        chosen.output.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (chosen.output / name).write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"The schemas can't be written to {chosen.output} ({error.strerror}); name another folder with --output."
        raise FailedError(message) from error
    sys.stdout.write(f"Written to {chosen.output}: {', '.join(made)}.\n")
    return 0
