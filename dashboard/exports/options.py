"""What can be asked of an export besides the place: paper, ratio of slides, brief, theme and width of a picture, page."""

from dataclasses import dataclass

from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.handout import PAGES, Paper
from dashboard.exports.picture import LEAST_WIDTH, MOST_WIDTH
from dashboard.figures.theme import DARK, LIGHT
from dashboard.queries.query_string import Reading
from dashboard.queries.tables import Tables

WIDTH = 1280  # pixels of a picture for which no other is asked


@dataclass(frozen=True)
class Options:
    """What was asked; each export takes what it has a use for."""

    paper: Paper = Paper.A4
    ratio: Ratio = Ratio.WIDE
    brief: str | None = None
    theme: str = LIGHT.name
    width: int = WIDTH
    page: str | None = None


def read(reading: Reading, tables: Tables) -> Options:
    """Read the options; what is wrong goes among the reading's notices."""
    paper, ratio = reading.word("paper", list(Paper)), reading.word("ratio", list(Ratio))
    return Options(
        Paper(paper) if paper else Paper.A4,
        Ratio(ratio) if ratio else Ratio.WIDE,
        reading.word("brief", [brief.id for brief in tables.dossier.briefs]),
        reading.word("theme", [LIGHT.name, DARK.name]) or LIGHT.name,
        _width(reading),
        reading.word("page", PAGES),
    )


def _width(reading: Reading) -> int:
    value = reading.one("width")
    if not value:
        return WIDTH
    is_short = len(value) <= len(str(MOST_WIDTH))
    if not (value.isascii() and value.isdigit() and is_short and LEAST_WIDTH <= int(value) <= MOST_WIDTH):
        reading.notices.append(f"A picture is {LEAST_WIDTH} to {MOST_WIDTH:,} pixels wide.")
        return WIDTH
    return int(value)
