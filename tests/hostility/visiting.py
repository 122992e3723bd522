"""A visit in Streamlit's own protocol, by somebody who tells the components whatever they like."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.bench.session import Session, connected

FAULT = "This part did not work"  # as the page of a fault begins


@dataclass(frozen=True)
class Tale:
    """What a script of ours tells: the key of its component, the name, a value as it tells it, and whether ``once``."""

    key: str
    name: str
    good: str
    once: bool = False


@dataclass
class Visit(Session):
    """A session that keeps where it is, the components and other widgets by their keys, and all HTML of the last run."""

    query: str = ""
    page: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    html: list[str] = field(default_factory=list)

    def remember(self, said: ForwardMsg) -> None:
        """Keep them."""
        super().remember(said)
        self.kept.clear()  # or the server would send a message's name alone
        if said.WhichOneof("type") == "new_session":
            self.html.clear()
        elif said.WhichOneof("type") == "page_info_changed":
            self.query = said.page_info_changed.query_string
        kind = said.delta.new_element.WhichOneof("type")
        element: Any = getattr(said.delta.new_element, kind) if kind else None
        if kind == "html":
            self.html.append(element.body)
        elif kind == "bidi_component":
            told = json.loads(element.bytes or element.json or "{}")
            self.html += [told["html"]] if "html" in told else []
        found = getattr(element, "id", "")
        if found:
            self.ids[found.split("-", 2)[-1]] = found

    def turn(self, query: str) -> None:
        """Go to another address of the same page."""
        self.query = query
        self.run(query, self.page)

    def act(self, *states: WidgetState) -> None:
        """Let widgets be in other states, where the visit is."""
        self.run(self.query, self.page, states)

    def tell(self, *told: tuple[Tale, str]) -> None:
        """Let components tell something else."""
        self.act(*(state for tale, value in told for state in self._states(tale, value)))

    def _states(self, tale: Tale, value: str) -> Iterator[WidgetState]:
        name = json.dumps(tale.name)
        if tale.once:
            id_ = f"$$STREAMLIT_INTERNAL_KEY_{self.ids[tale.key]}__events"
            yield WidgetState(id=id_, json_trigger_value=f'[{{"event": {name}, "value": {value}}}]')
        yield WidgetState(id=self.ids[tale.key], json_value="{}" if tale.once else f"{{{name}: {value}}}")

    @property
    def failed(self) -> bool:
        """Whether the last run ended in a fault."""
        return any(FAULT in html for html in self.html)


@contextmanager
def visiting(address: str, query: str = "", page: str = "") -> Iterator[Visit]:
    """Open a visit at an address of an app, and wait until its page is there."""
    with connected(address) as connection:
        visit = Visit(connection, page=page)
        visit.turn(query)
        yield visit
