"""The record that is served: read once, and again when its files change.

A change is taken up as a whole or not at all: the files have to have been still for a moment, they are read and checked beside
what is served, and only a record without a problem takes its place. A change that breaks it, or takes it away, leaves the last
good one where it is, and the log says why.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread

from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.queries import citations
from dashboard.queries.tables import Tables, build
from dashboard.queries.text import counted
from dashboard.rules.all import RULES
from dashboard.ui import choice, memory

PAUSE = 1.0  # seconds between two looks at the files, and so how long they have to have been still

_log = logging.getLogger(__name__)

_Stamp = frozenset[tuple[str, int, int, int]]  # of each file its name, its time of change, its size and its number on the disk


@dataclass(frozen=True)
class _Reading:
    """What came of the last reading of a folder: the last good record, and why the files as they are now are none."""

    stamp: _Stamp
    tables: Tables | None
    error: Exception | None


_readings: dict[Path, _Reading] = {}
_one_at_a_time = Lock()


def tables() -> Tables:
    """Give the tables of the last good record.

    Raises DossierError with all its problems where there has been none. A run of the site asks once, so that it shows one record.
    """
    found = _readings.get(choice.folder()) or refresh()
    if not found.tables:
        found = refresh()  # nobody may be watching
    if found.tables:
        return found.tables
    raise found.error or DossierError(())


def is_usable() -> bool:
    """Tell whether there is a record to show."""
    try:
        tables()
    except DossierError:
        return False
    return True


def problems_now() -> int:
    """Count the problems of the files as they are now, on account of which an older record is served; 0 where none is."""
    found = _readings.get(choice.folder())
    if not found or not found.tables or not found.error:
        return 0
    return len(found.error.problems) if isinstance(found.error, DossierError) else 1


def refresh() -> _Reading:
    """Read the files anew where they have changed."""
    with _one_at_a_time:
        there = choice.folder()
        known, stamp = _readings.get(there), _stamp(there)
        if known and known.stamp == stamp:
            return known
        served = known.tables if known else None
        found = _read(there, stamp, served)
        if served and _stamp(there) != stamp:
            return known or found  # half of it may be from before the change: the next look sees the rest
        _readings[there] = found
        if found.tables and found.tables is not served:
            told = {"events": len(found.tables.events)}
            _log.info("Edition %s of the record is served.", found.tables.dossier.front.edition, extra={"told": told})
        if served and found.tables is not served:
            memory.forget()
            memory.settle()
        return found


def serve(tables_: Tables) -> None:
    """Serve a record that was made in memory, as long as no file changes."""
    _readings[choice.folder()] = _Reading(_stamp(choice.folder()), tables_, None)


@contextmanager
def watched() -> Iterator[None]:
    """Look for changes as long as the context lasts."""
    ended = Event()
    watcher = Thread(target=_watch, args=(ended,), name="record", daemon=True)
    watcher.start()
    yield
    ended.set()
    watcher.join()


def _watch(ended: Event) -> None:
    before = _stamp(choice.folder())
    while not ended.wait(PAUSE):
        now = _stamp(choice.folder())
        if now == before:
            refresh()
        before = now


def _read(there: Path, stamp: _Stamp, served: Tables | None) -> _Reading:
    try:
        found = build(load(there, RULES))
        citations.warm(found.dossier.sources)
    except DossierError as error:
        problems = [str(problem) for problem in error.problems]
        kept = f"; edition {served.dossier.front.edition} is served on" if served else ""
        _log.error("The record has %s%s.", counted(len(problems), "problem"), kept, extra={"told": {"problems": problems}})
        return _Reading(stamp, served, error)
    except Exception as error:  # whatever it is, the readers keep what they have
        if not served:
            raise
        _log.exception("The record could not be read; edition %s is served on.", served.dossier.front.edition)
        return _Reading(stamp, served, error)
    return _Reading(stamp, found, None)


def _stamp(there: Path) -> _Stamp:
    try:
        with os.scandir(there) as files:
            told = [(file.name, file.stat()) for file in files if file.name.endswith((".yaml", ".yml"))]
    except OSError:
        return frozenset()  # it is not there, or was taken away meanwhile
    return frozenset((name, seen.st_mtime_ns, seen.st_size, seen.st_ino) for name, seen in told)
