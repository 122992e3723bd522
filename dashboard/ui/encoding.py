"""Whether a browser takes what is compressed."""

from starlette.requests import Request


def takes_gzip(request: Request) -> bool:
    """Tell whether an answer may be compressed, as RFC 9110 has it: named, and not with a weight of zero."""
    for one in request.headers.get("accept-encoding", "").split(","):
        name, _, weight = one.partition(";")
        if name.strip().lower() == "gzip":
            return weight.replace(" ", "").lower() not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
