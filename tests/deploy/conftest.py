"""The replicas and the nginx before them; both are started once."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browser import server
from tests.deploy import nginx
from tests.deploy.nginx import Proxy
from tests.deploy.replicas import Replicas


@pytest.fixture(scope="session")
def replicas() -> Iterator[Replicas]:
    """Start the replicas."""
    if nginx.find() is None:
        pytest.skip(nginx.ADVICE)
    with ExitStack() as stack:
        found = Replicas(stack)
        found.start()
        yield found


@pytest.fixture(scope="module")
def proxy(replicas: Replicas, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Start an nginx for a module, which has counted no requests yet."""
    with nginx.running(folder(tmp_path_factory), {8080: server.free_port()}, replicas.ports) as found:
        yield found


def folder(factory: pytest.TempPathFactory) -> Path:
    """Make a folder for an nginx."""
    return factory.mktemp("nginx")
