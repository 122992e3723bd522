"""A reader's session without a browser, in Streamlit's own protocol: what a load of many readers is made of.

The messages are those of ``streamlit/proto``: BackMsg from a browser to the server, ForwardMsg from the server.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

LARGEST = 64 * 2**20  # bytes of a message
KEPT = 2  # runs that a message is kept for, as Streamlit sets it
PATIENCE = 60.0  # seconds until an answer counts as not coming


@dataclass
class Answer:
    """What one run of the script cost: seconds until it had ended, messages, and bytes received."""

    seconds: float
    messages: int
    bytes: int


@dataclass
class Session:
    """One connection; it remembers the widgets of the last run by the words of their labels.

    As a browser does, it keeps large messages of the last two runs and says which, so that they are not sent again.
    """

    connection: ClientConnection
    widgets: dict[str, str] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    runs: int = 0

    def run(
        self,
        query: str = "",
        page: str = "",
        states: tuple[WidgetState, ...] = (),
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Answer:
        """Ask for a run of the script, as a browser does at an address or after a press, and wait until it has ended.

        ``meanwhile`` is done once it is asked for.

        Raises TimeoutError where it does not end, RuntimeError where the script failed.
        """
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        asked.rerun_script.widget_states.widgets.extend(states)
        self.runs += 1
        self.kept = {name: run for name, run in self.kept.items() if run >= self.runs - KEPT}
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        return self.ask(asked, meanwhile)

    def ask(self, asked: BackMsg, meanwhile: Callable[[], object] = lambda: None) -> Answer:
        """Ask for a run with a message of one's own, as ``run`` does."""
        began = perf_counter()
        self.connection.send(asked.SerializeToString())
        meanwhile()
        messages = size = 0
        while True:
            content = self.connection.recv(PATIENCE)
            messages, size = messages + 1, size + len(content)
            said = ForwardMsg.FromString(content)
            self.remember(said)
            if said.WhichOneof("type") == "script_finished":
                if said.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    message = "the script does not compile"
                    raise RuntimeError(message)
                if said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return Answer(perf_counter() - began, messages, size)

    def remember(self, said: ForwardMsg) -> None:
        """Keep what is needed of a message; raise RuntimeError where it shows an exception."""
        if said.metadata.cacheable or said.ref_hash:
            self.kept[said.ref_hash or said.hash] = self.runs
        element = said.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        if element.WhichOneof("type") == "button_group":
            self.widgets["pills"] = element.button_group.id
        elif element.WhichOneof("type") == "button":
            self.widgets[element.button.label] = element.button.id


@contextmanager
def opened(address: str) -> Iterator[Session]:
    """Open a session at the address of an app: "http://localhost:8501"."""
    with connected(address) as connection:
        yield Session(connection)


@contextmanager
def connected(address: str) -> Iterator[ClientConnection]:
    """Connect to an app as a browser does."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], max_size=LARGEST, compression=None) as connection:  # type: ignore[list-item]
        yield connection
