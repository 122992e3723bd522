"""What a benchmark found, as Markdown for readers and as JSON for programs."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir

LIBRARIES = ("streamlit", "plotly", "pandas", "starlette", "playwright")


@dataclass(frozen=True)
class Aim:
    """What was to be reached: a ratio or an amount that is at most so much."""

    what: str
    measured: float
    at_most: float

    @property
    def words(self) -> str:
        """Whether it was."""
        if self.measured <= self.at_most:
            return "met"
        return f"missed by {(self.measured / self.at_most - 1) * 100:.0f} %"


@dataclass
class Report:
    """The lines of a report on one subject."""

    subject: str
    lines: list[str] = field(default_factory=list)
    told: dict[str, object] = field(default_factory=dict)

    def table(self, heading: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table."""
        rows = list(rows)
        self.lines += ["", f"### {heading}", "", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
        self.lines += [f"| {' | '.join(row)} |" for row in rows]
        self.told[heading] = [dict(zip(head, row, strict=True)) for row in rows]

    def aims(self, aims: Sequence[Aim]) -> None:
        """Add what was to be reached, each with what was measured."""
        rows = [(aim.what, f"{aim.measured:.2f}", f"{aim.at_most:g}", aim.words) for aim in aims]
        self.table("Aims", ("what", "measured", "at most", ""), rows)
        self.told["aims"] = [asdict(aim) for aim in aims]

    def write(self) -> None:
        """Print it as Markdown, and write both forms beside one another in the folder for temporary files."""
        machine = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
        versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
        text = "\n".join([f"## {self.subject.capitalize()}", "", f"{machine}; {versions}.", *self.lines, ""])
        print(text)  # noqa: T201 - the command speaks to who runs it
        folder = Path(gettempdir())
        (folder / f"bench-{self.subject}.md").write_text(text, encoding="utf-8")
        told = {"machine": machine, "versions": versions, **self.told}
        (folder / f"bench-{self.subject}.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
