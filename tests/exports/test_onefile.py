"""The one file without a browser: what is in it, what it may load, and that it is drawn as the site draws."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain, combinations
from typing import Any
from urllib.parse import unquote

import pytest

from dashboard import browser
from dashboard.exports.onefile.document import SCRIPTS, one_file
from dashboard.exports.onefile.payload import offered
from dashboard.exports.onefile.placements import COLOR, WIDTHS
from dashboard.figures import targets, theme, timeline
from dashboard.figures.view import Room, View, view
from dashboard.loading.dossier import load
from dashboard.queries import public
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables
from tests.exports import one_files
from tests.fragments.reading import parts, read
from tests.record import FOLDER, harbour, tables

MOST = 8_000_000  # bytes that can be mailed
LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"}
LANES = tuple(tables().dossier.lane)
LANE_SETS = list(chain.from_iterable(combinations(LANES, size) for size in range(1, len(LANES) + 1)))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def _tags(html: str) -> list[tuple[str, dict[str, str]]]:
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.found


def _outside_scripts(file: bytes) -> str:
    return re.sub(r"(<script[^>]*>).*?</script>", r"\1</script>", file.decode(), flags=re.DOTALL)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable((key, *_texts(part)) for key, part in value.items())
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))


def _documents(file: bytes) -> list[str]:
    """Give all HTML of a file: its own, and every part that its script shows."""
    return [_outside_scripts(file), *(text for text in _texts(one_files.unpacked(file)["parts"]) if "<" in text)]


def test_it_is_small_enough_to_be_mailed() -> None:
    assert len(one_files.whole()) < MOST


def test_the_same_extract_gives_the_same_bytes_from_a_record_read_anew() -> None:
    assert one_file(one_files.extract(harbour())) == one_files.invented()
    assert load(FOLDER) == tables().dossier  # so that what a cache keeps is no part of it


@pytest.mark.parametrize("file", [one_files.whole, one_files.early], ids=["whole", "early"])
def test_nothing_is_loaded_from_anywhere(file: Any) -> None:
    for html in _documents(file()):
        for tag, attributes in _tags(html):
            assert tag not in {"link", "iframe", "object", "embed", "base"}
            assert LOADING.isdisjoint(attributes), (tag, attributes)
        assert "@import" not in html
        assert re.findall(r"url\((?!data:)[^)]{0,40}", html) == []


def test_its_policy_lets_nothing_be_fetched() -> None:
    [policy] = [
        tag["content"] for name, tag in _tags(_outside_scripts(one_files.whole())) if name == "meta" and "http-equiv" in tag
    ]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert not re.search(r"https?:|\*|'self'|'unsafe-eval'", policy)


def test_its_scripts_are_the_files_of_the_package_as_they_stand() -> None:
    found = re.search(r'<script type="importmap" id="modules">(.*?)</script>', one_files.whole().decode())
    assert found
    imports = json.loads(found[1])["imports"]
    texts = {name: unquote(address.partition(",")[2]) for name, address in imports.items()}
    assert texts == {name: browser.text(file) for name, file in SCRIPTS.items()}


def test_it_says_edition_day_address_and_sentence() -> None:
    for file, query, site in ((one_files.whole(), None, ""), (one_files.early(), one_files.EARLY, one_files.SITE)):
        extract = one_files.extract(tables(), query, site)
        words = read(_outside_scripts(file)).text
        for part in (extract.edition, "27 November 2026", extract.sentence, extract.address):
            assert part in words


# Drawing


def _colored(value: Any, palette: list[list[str]], at: int, *, is_color: bool = False) -> Any:
    if is_color and isinstance(value, int):
        return palette[value][at]
    if isinstance(value, dict):
        return {key: _colored(part, palette, at, is_color=key.endswith(COLOR)) for key, part in value.items()}
    return [_colored(part, palette, at, is_color=is_color) for part in value] if isinstance(value, list) else value


def _seen(record: Tables, lanes: tuple[str, ...], place: Selection, width: int) -> View:
    tracks = frozenset() if lanes == tuple(record.dossier.lane) else frozenset(lanes)
    at = Address(Selection(tracks=tracks, window=place.window, as_of=place.as_of))
    shown = select(record, at.selection)
    return view(shown, shown.iloc[:0], record, at, Room(width))


def _expect_drawn_as_seen(record: Tables, packed: dict[str, Any], key: str, seen: View) -> None:
    placement, names = packed["placements"][key], [event["id"] for event in packed["events"]]
    for at, look in enumerate((theme.LIGHT, theme.DARK)):
        assert _colored(placement["figure"], packed["palette"], at) == json.loads(json.dumps(seen.draw(look))), (key, look.name)
    assert placement["top"] == timeline.axis_height(seen.layout)
    lanes = packed["lanes"]
    boxes = [(names[mark[0]], lanes[mark[1]], *mark[2:6]) for mark in placement["marks"]]
    groups = [(lanes[one[1]], *one[2:]) for one in placement["clusters"]]
    found = targets.targets(seen.layout, seen.events, record.dossier)
    placed = [(one["lane"], *(one[side] for side in "xywh")) for one in found]
    assert sorted([box[1:] for box in boxes] + [group[:5] for group in groups]) == sorted(placed)
    assert sorted(boxes) == sorted((one["id"], one["lane"], *(one[side] for side in "xywh")) for one in found if "id" in one)
    assert sorted(group[-2:] for group in groups) == sorted((one["from"], one["to"]) for one in found if "id" not in one)
    assert [[names[at] for at in one[0]] for one in placement["clusters"]] == [list(one.ids) for one in seen.layout.clusters]


@pytest.mark.parametrize("lanes", LANE_SETS, ids=",".join)
def test_every_set_of_lanes_and_window_is_placed_and_drawn_as_on_the_site(lanes: tuple[str, ...]) -> None:
    record, extract = tables(), one_files.extract(tables())
    packed = one_files.unpacked(one_files.whole())["record"]
    for name, one in offered(extract).items():
        for width in WIDTHS:
            seen = _seen(record, lanes, Selection(window=one.window), width)
            _expect_drawn_as_seen(record, packed, f"{','.join(lanes)} {name} {width}", seen)


def test_nothing_else_is_placed() -> None:
    packed = one_files.unpacked(one_files.whole())["record"]
    windows = offered(one_files.extract(tables()))
    keys = {f"{','.join(lanes)} {name} {width}" for lanes in LANE_SETS for name in windows for width in WIDTHS}
    assert set(packed["placements"]) == keys


def test_as_of_a_day_it_is_placed_and_drawn_as_the_site_does_on_that_day() -> None:
    record, extract = tables(), one_files.extract(tables(), one_files.EARLY)
    packed = one_files.unpacked(one_files.early())["record"]
    for name, one in offered(extract).items():
        seen = _seen(record, LANES, Selection(window=one.window, as_of=one_files.AS_OF), WIDTHS[1])
        _expect_drawn_as_seen(record, packed, f"{','.join(LANES)} {name} {WIDTHS[1]}", seen)


@pytest.mark.parametrize(
    "query", [one_files.OWN_WINDOW, {"from": ["1990-01-01"]}, {"from": ["1000-01-01"], "to": ["2999-12-31"]}], ids=str
)
def test_a_window_of_ones_own_is_offered_besides_those_of_the_record(query: dict[str, list[str]]) -> None:
    extract = one_files.extract(tables(), query)
    windows = offered(extract)
    assert extract.place.selection.window in [one.window for one in windows.values()]
    assert [*offered(one_files.extract(tables()))] == [name for name in windows if name != "chosen"]


# As of a day


def _plain(text: str) -> str:
    return " ".join(text.split())


def _later_texts() -> dict[str, str]:
    """Give what became public only after the day, by what it is."""
    dossier, day = tables().dossier, one_files.AS_OF
    found: dict[str, str] = {}
    for event in dossier.events:
        if not event.public.by(day):
            found |= {f"id of {event.id}": event.id, f"label of {event.id}": event.label, f"title of {event.id}": event.title}
            found[f"summary of {event.id}"] = event.summary
        found |= {f"note {at} of {event.id}": note.text for at, note in enumerate(event.later) if not note.known.by(day)}
    for measure in dossier.measures:
        if not public.is_stated(measure.stop_condition, day):
            found[f"stop of {measure.id}"] = measure.stop_condition.text
    for brief in dossier.briefs:
        found |= {f"message {at} of {brief.id}": scene.message for at, scene in enumerate(brief.scenes)}
        found |= {f"notes {at} of {brief.id}": scene.notes for at, scene in enumerate(brief.scenes)}
    found |= {f"summary of {question.id}": question.summary for question in dossier.positions}
    return found


def _without_the_editors_own(html: str) -> str:
    """Leave out the folds that say themselves that they may tell of later days."""
    for fold in parts(html, "details", "class", "of-the-edition") if "of-the-edition" in html else []:
        html = html.replace(fold, "")
    return html


def test_as_of_a_day_it_holds_nothing_that_became_public_later() -> None:
    file = one_files.early()
    payloads = one_files.unpacked(file)
    html = [_without_the_editors_own(one) for one in (_outside_scripts(file), *_texts(payloads["parts"]))]
    words = _plain("\n".join([*_texts(payloads["record"]), *html, *(read(one).text for one in html)]))
    later = _later_texts()
    assert len(later) > 200
    assert [what for what, text in later.items() if _plain(text) in words] == []
    assert payloads["parts"]["talks"] == {}


def test_as_of_a_day_each_event_that_was_public_is_there_in_full() -> None:
    payloads = one_files.unpacked(one_files.early())
    known = [str(name) for name in select(tables(), Selection(as_of=one_files.AS_OF)).index]
    assert [event["id"] for event in payloads["record"]["events"]] == known
    assert list(payloads["parts"]["details"]) == known
    numbers = {event["number"] for event in payloads["record"]["events"] if "number" in event}
    assert numbers == {tables().dossier.event[name].number for name in known}


def test_without_a_day_all_that_an_early_file_leaves_out_is_there() -> None:
    payloads = one_files.unpacked(one_files.whole())
    words = _plain("\n".join([*_texts(payloads["record"]), *(read(one).text for one in _texts(payloads["parts"]))]))
    assert [
        what
        for what, text in _later_texts().items()
        if "of measure" not in what and what.startswith(("label", "title", "note ")) and _plain(text) not in words
    ] == []


# Hostile text


def test_text_of_the_record_is_never_markup() -> None:
    file = one_files.hostile()
    for html in _documents(file):
        assert all(tag != "img" and not any(name.startswith("on") for name in named) for tag, named in _tags(html))
    names = [name for name, _ in _tags(_outside_scripts(file))]
    assert names.count("title") == names.count("body") == names.count("main") == 1
    scripts = [named.get("id") or named.get("type") for name, named in _tags(file.decode()) if name == "script"]
    assert scripts == ["record", "parts", "plotly", "modules", "module"]
