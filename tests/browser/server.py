"""The app as ``streamlit run`` starts it, on a free port of this machine."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
HOST = "localhost"
APP = "app.py"
DOSSIER = "DOSSIER"  # the environment variable that names another dossier
PAUSE = 0.1  # seconds between two looks at an app that is starting


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, and the number of its process."""

    address: str
    process: int


@contextmanager
def running(
    dossier: Path | None = None,
    *,
    script: str = APP,
    port: int | None = None,
    log: Path | None = None,
    arguments: Sequence[str] = (),
) -> Iterator[str]:
    """Run the app as ``started`` does, and give its address."""
    with started(dossier, script=script, port=port, log=log, arguments=arguments) as server:
        yield server.address


@contextmanager
def started(
    dossier: Path | None = None,
    *,
    script: str = APP,
    port: int | None = None,
    log: Path | None = None,
    arguments: Sequence[str] = (),
    surroundings: Mapping[str, str] | None = None,
    folder: Path = ROOT,
) -> Iterator[Server]:
    """Run the app with its own record or another dossier, and give it once it answers.

    ``script`` runs another app than ours, ``port`` takes the one that an app had before, ``log`` is the file that keeps its log,
    ``arguments`` are added to the command, ``surroundings`` to the variables of its environment. ``folder`` is where it is
    started: Streamlit reads the settings that it finds there.

    Raises RuntimeError where the app ends before that.
    """
    port = port or free_port()
    address = f"http://{HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != DOSSIER} | dict(surroundings or {})
    if dossier:
        environment[DOSSIER] = str(dossier)
    with (
        log.open("w") if log else nullcontext() as said,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=said) as process,  # noqa: S603 - our own words
    ):
        try:
            while not _answers(address):
                _see_that_it_lives(process)
            yield Server(address, process.pid)
        finally:
            process.terminate()


@contextmanager
def unset(script: Path, **surroundings: str) -> Iterator[Server]:
    """Run another app than ours with none of our settings: it is told only where to answer, and to be quiet."""
    quiet = ("--server.address", HOST, "--server.headless", "true", "--browser.gatherUsageStats", "false")
    with (
        TemporaryDirectory() as folder,
        started(script=str(script), arguments=quiet, surroundings=surroundings, folder=Path(folder)) as server,
    ):
        yield server


def _see_that_it_lives(process: subprocess.Popen[bytes]) -> None:
    try:
        code = process.wait(PAUSE)
    except subprocess.TimeoutExpired:
        return
    message = f"the app ended with code {code} before it answered"
    raise RuntimeError(message)


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/_stcore/health") as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (URLError, ConnectionError):
        return False


def free_port() -> int:
    """Find a port of this machine that nobody listens at."""
    with socket.create_server((HOST, 0)) as found:
        port: int = found.getsockname()[1]
        return port
