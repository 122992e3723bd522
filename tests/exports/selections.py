"""Twenty selections that every export has to hold to, as query strings have them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from dashboard.exports.extract import Extract
from dashboard.exports.kinds import KINDS
from dashboard.exports.order import Counter, take
from dashboard.queries import address
from dashboard.queries.tables import Tables
from tests.record import FOLDER, tables

SITE = "https://timeline.example.org/"
DAY = date(2026, 11, 27)

Query = Mapping[str, Sequence[str]]

WHOLE: Query = {"from": ["1987-01-01"], "to": ["2020-12-31"]}

SELECTIONS: Mapping[str, Query] = {
    "nothing chosen": {},
    "one track": {"tracks": ["economic"]},
    "two tracks": {"tracks": ["military", "diplomatic"]},
    "the spine": {"tracks": [tables().dossier.front.spine.id]},
    "who acts": {"party": ["russia", "us-congress"]},
    "how far agreed": {"standing": ["disputed", "asserted"]},
    "what weighs most": {"importance": ["key"]},
    "a layer": {"layer": ["context"]},
    "background and aftermath": {**WHOLE, "layer": ["background", "aftermath"]},
    "the whole record": WHOLE,
    "one year": {"from": ["2017-01-01"], "to": ["2017-12-31"]},
    "a single day": {"from": ["2017-12-08"], "to": ["2017-12-08"]},
    "words": {"q": ["missile"]},
    "a term by another spelling": {"q": ["svc"]},
    "signs that mean something elsewhere": {"q": ['\u202e\x00 " (']},
    "as of a day": {"as_of": ["2016-06-01"]},
    "as of a day with what was not public in outline": {"as_of": ["2017-03-20"], "not_public": ["shown"], "from": ["2016-06-01"]},
    "as of a day before most": {"as_of": ["2014-12-31"]},
    "an open event in another view": {"from": ["2017-12-01"], "event": ["E55"], "view": ["list"], "type": ["large"]},
    "everything at once": {
        "tracks": ["economic", "military"],
        "party": ["us", "us-commerce", "us-congress"],
        "standing": ["documented"],
        "importance": ["key", "major"],
        "layer": ["core"],
        "q": ["u.s."],
        "from": ["2017-01-01"],
        "as_of": ["2017-12-31"],
        "panel": ["economic"],
    },
}
AS_OF = [name for name, query in SELECTIONS.items() if "as_of" in query]


def extract(query: Query | None = None, record: Tables | None = None, *, site: str = SITE, alone: str | None = None) -> Extract:
    """Take an extract of the real record or another one."""
    record = record or tables()
    return Extract(record, address.read(query or {}, record)[0], DAY, site, FOLDER if record is tables() else None, alone)


def counter(record: Tables | None = None, *, site: str = SITE) -> Counter:
    """Give the counter at which orders for the real record or another one come in."""
    return Counter(record or tables(), FOLDER, site, DAY)


@cache
def selected(name: str) -> Extract:
    """Take the extract of one of the twenty; the same one each time."""
    return extract(SELECTIONS[name])


@cache
def filled(kind: str, name: str) -> bytes:
    """Make a kind of file of one of the twenty, once a test run."""
    return take(KINDS[kind].file, SELECTIONS[name], counter()).fill()
