"""The study page: the sets to choose from, or the questions of one, which the browser asks by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from dashboard.fragments import study
from dashboard.fragments.study import LATEST, StudyLinks
from dashboard.model.events import Event
from dashboard.queries import address
from dashboard.queries.address import FIRST_SEED, LAST_SEED, Address
from dashboard.queries.chronology import IN_TIME
from dashboard.queries.selection import Selection, select
from dashboard.queries.study import sets
from dashboard.queries.study.posed import Posed
from dashboard.queries.study.sets import StudySet
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window
from dashboard.ui import place, reader, told
from dashboard.ui.component import mount
from dashboard.ui.told import Message

KEY = "study"


class _Chosen(Message):
    set: str
    seed: int


def show(tables: Tables) -> None:
    """Draw the questions of the set that the address names, or without one the sets."""
    here = place.current()
    chosen = next((found for found in sets.sets(tables) if found.id == here.set), None)
    if not chosen:
        _choose(tables)
        return
    as_of = here.selection.as_of
    seed = here.seed or FIRST_SEED
    links = _links(tables)
    found = posed(chosen.id, seed, tables, here.selection)
    reader.show("study-head", study.head(chosen, seed, links, _link(chosen, tables), as_of), {"sets": _leave})
    if not found:
        acts = {"reset": lambda: place.reset(tables), "today": lambda: place.choose(as_of=None)}
        reader.show("no-questions", study.none_of(chosen, as_of), acts)
        return
    questions = [
        study.asked(one, (number, len(found)), tables.dossier, links, as_of, _latest(one, tables))
        for number, one in enumerate(found, start=1)
    ]
    _host(tables, set=chosen.id, seed=seed, next=seed % LAST_SEED + 1, questions=questions)


@lru_cache(maxsize=64)  # the list of sets asks for all of them, and every run of the page again
def posed(name: str, seed: int, tables: Tables, selection: Selection) -> tuple[Posed, ...]:
    """Give the questions of a set."""
    return sets.posed(name, seed, tables, selection)


def _choose(tables: Tables) -> None:
    selection, dossier = place.selected(), tables.dossier
    found = [(one, posed(one.id, FIRST_SEED, tables, selection)) for one in sets.sets(tables)]
    html = study.choice(found, dossier, _links(tables), selection.as_of)
    asks = {one.id: None if one.made else [question.id for question in questions] for one, questions in found}
    _host(tables, set="", html=html, sets=asks)


def _host(tables: Tables, **data: Any) -> None:  # noqa: ANN401 - what the script is told
    front = tables.dossier.front
    mount(
        "study",
        '<div class="reader study" tabindex="-1"></div>',
        {"record": f"{front.title}, edition {front.edition}", **data},
        key=KEY,
        on_chosen_change=_chosen,
    )


def _chosen() -> None:
    chosen = told.read(_Chosen, KEY, "chosen")
    if chosen:
        wanted, _ = address.read({"set": [chosen.set], "seed": [str(chosen.seed)]}, place.tables())
        place.go(set=wanted.set, seed=wanted.seed)


def _leave() -> None:
    place.go(set=None, seed=None)


def _link(chosen: StudySet, tables: Tables) -> str:
    """Write the address for others: with what is selected where the questions come from that, and else with the day alone."""
    here = place.current()
    selection = here.selection if chosen.made else Selection(window=tables.window, as_of=here.selection.as_of)
    return f"?{urlencode(address.write(Address(selection, set=here.set, seed=here.seed), tables), doseq=True)}"


def _links(tables: Tables) -> StudyLinks:
    here = place.current()

    def to(page: str, there: Address) -> str:
        return f"./{page}?{urlencode(address.write(there, tables), doseq=True)}"

    def event(name: str, beside: Sequence[str]) -> str:
        days = (Window.of(tables.dossier.event[one].date) for one in beside)
        window = (here.selection.window or tables.window).holding(*days)
        return to("", Address(Selection(window=window, as_of=here.selection.as_of), name, large=here.large))

    def day(as_of: date) -> str:
        return to("", Address(replace(here.selection, as_of=as_of), large=here.large))

    return StudyLinks(
        page=lambda name: to("study", replace(here, set=name, seed=None)),
        event=event,
        day=day,
    )


def _latest(one: Posed, tables: Tables) -> tuple[Event, ...]:
    """Give the last of the selected events that became public by the day of a question, the last first."""
    if not one.as_of:
        return ()
    shown = select(tables, replace(place.selected(), as_of=one.as_of)).sort_values(["public", *IN_TIME])
    return tuple(tables.dossier.event[str(name)] for name in shown.index[-LATEST:][::-1])
