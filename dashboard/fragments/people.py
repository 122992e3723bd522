"""The people of the record with their offices, on one clock."""

from datetime import date

from dashboard.fragments.links import Here
from dashboard.fragments.rendering import render
from dashboard.model.dates import in_words
from dashboard.queries import careers, lives
from dashboard.queries.tables import Tables


def chart(tables: Tables, here: Here, as_of: date | None) -> str:
    """Write the chart: a row an office, with the days on which a source shows it held; nothing where no office is shown."""
    sides = careers.by_side(tables, as_of)
    time = careers.time(tables)
    if not sides:
        return ""
    return render(
        "people.html",
        sides=sides,
        total=sum(len(found) for _, found in sides),
        years=((time.start.year, 0.0), *lives.years(time)),
        now=lives.percent(as_of, time, end=True) if as_of and time.start <= as_of < time.end else None,
        as_of=in_words(as_of) if as_of else "",
        here=here,
        dossier=tables.dossier,
    )
