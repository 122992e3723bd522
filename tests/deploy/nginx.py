"""The nginx that tests run: found on this machine, or installed, and started with the configuration as it is shipped."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

DEPLOY = Path(__file__).parents[2] / "deploy"
CHOICE = "NGINX"  # the environment variable that names one
ADVICE = (
    "No nginx was found and none could be installed. Install nginx with your system's package manager, "
    f"or set the environment variable {CHOICE} to the path of one."
)
PLAIN, TLS = "plain.conf", "tls.conf"
LONGEST = 10  # seconds that it may take to start
PAUSE = 0.05  # seconds between two looks at one that is starting
_OTHER_PLACES = "/usr/sbin:/usr/local/sbin"
_TYPES = Path("/etc/nginx/mime.types")


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its address, the folder of all that it reads and writes, and the number of its process."""

    address: str
    folder: Path
    process: int


def find() -> str | None:
    """Give the path of an nginx where there is one, or None."""
    places = f"{os.environ.get('PATH', '')}:{_OTHER_PLACES}"
    return next(
        (path for name in (os.environ.get(CHOICE, ""), "nginx") if name and (path := shutil.which(name, path=places))), None
    )


def set_up() -> str | None:
    """Give the path of an nginx, installed where that is possible; where it is not, its tests are skipped."""
    if find() is None:
        _install_by_apt()
    return find()


def write(folder: Path, ports: Mapping[int, int], replicas: Sequence[int], server: str = PLAIN) -> Path:
    """Write the configuration as it is shipped, but for what a test has to change: ports, replicas, and where it writes.

    ``ports`` says by which port of this machine each port of the configuration is taken. Gives the main file.
    """
    shutil.copytree(DEPLOY / "pages", folder / "pages", dirs_exist_ok=True)
    shutil.copy(_TYPES, folder)
    for name in ("nginx.conf", "site.conf"):
        (folder / name).write_text(_changed((DEPLOY / name).read_text(), folder, ports, replicas))
    (folder / "server.conf").write_text(_changed((DEPLOY / server).read_text(), folder, ports, replicas))
    return folder / "nginx.conf"


def _changed(text: str, folder: Path, ports: Mapping[int, int], replicas: Sequence[int]) -> str:
    for shipped, taken in ports.items():
        text = text.replace(f"listen {shipped}", f"listen 127.0.0.1:{taken}")
    for number, port in enumerate(replicas, start=1):
        text = text.replace(f"app-{number}:8501", f"127.0.0.1:{port}")
    text = text.replace("/tmp/", f"{folder}/")  # noqa: S108 - the folder that the configuration names
    text = text.replace("root /etc/nginx;", f"root {folder};").replace("/dev/stdout", f"{folder}/access.log")
    return re.sub(r"worker_processes auto", "worker_processes 2", text)


def check(main: Path) -> subprocess.CompletedProcess[str]:
    """Let nginx say what it thinks of a configuration."""
    return subprocess.run([*_command(main), "-t"], capture_output=True, text=True, check=False)  # noqa: S603 - our own words


@contextmanager
def running(folder: Path, ports: Mapping[int, int], replicas: Sequence[int], server: str = PLAIN) -> Iterator[Proxy]:
    """Run nginx before some replicas, and give it once it answers.

    Raises TimeoutError where it does not, with what it says.
    """
    main = write(folder, ports, replicas, server)
    command = [*_command(main), "-g", "daemon off;" + (" user root;" if os.geteuid() == 0 else "")]  # it reads a private folder
    with (folder / "error.log").open("w") as said, subprocess.Popen(command, stderr=said) as process:  # noqa: S603 - our own words
        try:
            address = f"http://localhost:{ports[8080]}"
            ends = time.monotonic() + LONGEST
            while not _answers(address):
                if time.monotonic() > ends:
                    raise TimeoutError((folder / "error.log").read_text())
                time.sleep(PAUSE)
            yield Proxy(address, folder, process.pid)
        finally:
            process.terminate()


def _command(main: Path) -> list[str]:
    nginx = find()
    assert nginx, ADVICE
    return [nginx, "-p", str(main.parent), "-c", str(main), "-e", "stderr"]


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/health") as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (URLError, ConnectionError):
        return False


def _install_by_apt() -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}  # and it is not started as a service
    for words in (["update"], ["install", "-y", "--no-install-recommends", "nginx"]):
        subprocess.run([apt, *words], check=False, env=quietly)  # noqa: S603 - our own words
