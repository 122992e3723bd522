"""Whether small answers leave at once."""

import os
import socket
from pathlib import Path

import pytest

from dashboard.ui.sockets import OPEN_FILES, send_at_once


def waits(connection: socket.socket) -> bool:
    """Tell whether a connection holds small messages back."""
    return not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="this system does not list what a process has open")
def test_a_connection_of_a_listening_socket_sends_at_once() -> None:
    with socket.create_server(("localhost", 0)) as server:
        assert send_at_once() >= 1
        with socket.create_connection(server.getsockname()) as reader:
            answering, _ = server.accept()
            with answering:
                assert not waits(answering)
            assert send_at_once() >= 1
            assert waits(reader)  # it listens for nobody, so it is none of ours


def test_what_is_no_listening_socket_is_passed_over(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w") as file, socket.socket() as idle:
        folder = tmp_path / "open"
        folder.mkdir()
        for number in (file.fileno(), idle.fileno(), 10_000):
            (folder / str(number)).touch()
        assert send_at_once(folder) == 0
        assert waits(idle)
        os.fstat(file.fileno())  # and is still open


def test_a_system_that_lists_nothing_changes_nothing(tmp_path: Path) -> None:
    assert send_at_once(tmp_path / "none") == 0
