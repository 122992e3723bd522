"""How the answers leave this process: at once, also the small ones.

An answer to a press is many small messages. By default the network holds a small one back until the one before it has been
received, and the receiver says so only 40 ms later: Nagle's algorithm (RFC 896) meets delayed acknowledgements (RFC 1122,
4.2.3.2). asyncio switches the former off, but not for the connections of a socket that was bound without naming its protocol,
as Streamlit's is.
"""

import os
import socket
from pathlib import Path

OPEN_FILES = Path("/dev/fd")  # Linux and macOS list there what a process has open


def send_at_once(open_files: Path = OPEN_FILES) -> int:
    """Let the connections of all sockets that listen here send without waiting; give how many sockets those are.

    A connection has this from the socket that it came in by. Where a system does not list what is open, nothing changes.
    """
    numbers = [int(file.name) for file in open_files.iterdir()] if open_files.is_dir() else []
    return sum(_speeds_up(number) for number in numbers)


def _speeds_up(number: int) -> bool:
    try:
        with socket.socket(fileno=os.dup(number)) as found:
            if found.family not in (socket.AF_INET, socket.AF_INET6) or not found.getsockopt(
                socket.SOL_SOCKET, socket.SO_ACCEPTCONN
            ):
                return False
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:  # no socket, or closed meanwhile
        return False
    return True
