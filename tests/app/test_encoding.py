"""Whether a browser takes what is compressed."""

import pytest
from starlette.requests import Request

from dashboard.ui.encoding import takes_gzip


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        ("gzip", True),
        ("br, gzip, deflate", True),
        ("GZIP;q=0.5", True),
        ("gzip; q=0", False),
        ("gzip;q=0.000", False),
        ("identity", False),
        ("x-gzip", False),
        ("", False),
    ],
)
def test_only_gzip_by_its_name_and_with_a_weight_is_taken(accepted: str, takes: bool) -> None:  # noqa: FBT001 - of a table
    request = Request({"type": "http", "headers": [(b"accept-encoding", accepted.encode())]})
    assert takes_gzip(request) is takes
