"""What is wrong with a dossier: where, what, and what would be right."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a file; ``record`` and ``field`` are empty where they can't be told.

    A warning is a matter of taste or balance, which an editor may leave as it is.
    """

    file: Path
    line: int
    record: str
    field: str
    message: str  # what is wrong; what would be right
    warning: bool = False

    def __str__(self) -> str:
        """Write it on one line: ``data/x/events.yaml:212  E41  tracks: 'naval' is not a track; choose from ...``."""
        where = f"{self.file}:{self.line}"
        what = f"{self.field}: {self.message}" if self.field else self.message
        line = "  ".join(filter(None, (where, "warning" * self.warning, self.record, what)))
        # A value of the file may hold line breaks or control characters, which would forge a line or upset a terminal.
        return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


@dataclass(frozen=True)
class Breach:
    """A rule between records that one of them breaks: the file's name without its ending, the place in it, and the message.

    A warning tells an editor of it and refuses nothing. ``beside`` is the place of a record of the same file that the message
    names last: its line is added.
    """

    file: str
    place: tuple[str | int, ...]
    message: str
    warning: bool = False
    beside: tuple[str | int, ...] = ()


class DossierError(Exception):
    """A dossier that can't be used; ``problems`` says why, all at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the message lists them, a line each."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
