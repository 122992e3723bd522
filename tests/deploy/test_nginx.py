"""The site through nginx, with the configuration that is shipped."""

import gzip
import json
import re
import shutil
import ssl
import subprocess
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Any

import pytest

from dashboard.ui import assets
from tests.browser import server
from tests.deploy import nginx
from tests.deploy.nginx import Proxy
from tests.deploy.replicas import Replicas

PAGES = (
    "/",
    "/sources",
    "/brief?brief=both-sides",
    "/export/timeline.csv",
    "/_stcore/health",
    "/no-such-page",
    assets.PLOTLY.address,
)
NOT_FOR_READERS = (
    "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b", "/_stcore/bidi-components/a", "/_stcore/",
    "/_stcore/script-health-check", "/component/a", "/media/a", "/metrics", "/app/static/a", "/pages/429.html",
    "/_STCORE/metrics", "//_stcore/metrics", "/x/../_stcore/metrics", "/%5fstcore/metrics", "/_stcore%2fmetrics",
)  # fmt: skip
FLOOD = 90  # requests; 60 and one may come at once
COMPRESSED = {"Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers as they came, and the body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Give a header, "" where there is none."""
        return next((value for one, value in self.headers if one.lower() == name.lower()), "")


def ask(
    proxy: Proxy,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    tls: int = 0,
) -> Answer:
    """Ask nginx for a path as it is written."""
    trusting = ssl._create_unverified_context() if tls else None  # noqa: S323, SLF001 - the test's own certificate
    line = HTTPSConnection("localhost", tls, context=trusting) if tls else HTTPConnection(proxy.address.removeprefix("http://"))
    try:
        line.request(method, path, body=body, headers=dict(headers or {}))
        answer = line.getresponse()
        return Answer(answer.status, tuple(answer.getheaders()), answer.read())
    finally:
        line.close()


def words(answer: Answer) -> str:
    """Give the heading of a page that refuses something."""
    found = re.search(r"<h1>([^<]+)</h1>", answer.body.decode())
    assert found
    return found[1]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for this machine."""
    openssl = shutil.which("openssl")
    if openssl is None or nginx.find() is None:
        pytest.skip("There is no openssl or no nginx.")
    folder = tmp_path_factory.mktemp("tls")
    (folder / "certificates").mkdir()
    command = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout privkey.pem -out fullchain.pem"
    subprocess.run([openssl, *command.split()], cwd=folder / "certificates", check=True, capture_output=True)  # noqa: S603 - our own words
    return folder


@pytest.mark.parametrize("shipped", [nginx.PLAIN, nginx.TLS])
def test_nginx_takes_the_configuration_as_it_is(certificate: Path, shipped: str) -> None:
    main = nginx.write(certificate, {8080: 8080, 8443: 8443}, (8501, 8502, 8503), shipped)
    said = nginx.check(main)
    assert said.returncode == 0, said.stderr
    assert "warn" not in said.stderr


@pytest.mark.parametrize("path", PAGES)
def test_each_header_arrives_once_and_the_security_headers_are_the_applications(proxy: Proxy, path: str) -> None:
    for headers in ({}, COMPRESSED):
        answer = ask(proxy, path, headers=headers)
        assert {name: count for name, count in Counter(name.lower() for name, _ in answer.headers).items() if count > 1} == {}
        assert "default-src 'self'" in answer.header("content-security-policy")
        assert answer.header("server") == "nginx"
        assert answer.header("strict-transport-security") == ""


@pytest.mark.parametrize("path", ["/", "/sources", "/export/timeline.csv", assets.PLOTLY.address])
def test_what_is_text_is_compressed_once(proxy: Proxy, path: str) -> None:
    plain, compressed = ask(proxy, path), ask(proxy, path, headers=COMPRESSED)
    assert plain.header("content-encoding") == ""
    assert compressed.header("content-encoding") == "gzip"
    assert compressed.header("vary") == "Accept-Encoding"
    assert gzip.decompress(compressed.body) == plain.body


def test_what_never_changes_is_kept_by_nginx_as_by_browsers(proxy: Proxy) -> None:
    for _ in range(2):
        answer = ask(proxy, assets.FRAME.address, headers=COMPRESSED)
        assert "immutable" in answer.header("cache-control")
    lines = [json.loads(line) for line in (proxy.folder / "access.log").read_text().splitlines()]
    assert [line["kept"] for line in lines if line["path"] == assets.FRAME.address] == ["MISS", "HIT"]


@pytest.mark.parametrize("path", NOT_FOR_READERS)
def test_what_is_not_for_readers_is_not_there(proxy: Proxy, path: str) -> None:
    answer = ask(proxy, path)
    assert answer.status in (400, 404)
    assert b"active_sessions" not in answer.body
    assert b"openapi" not in answer.body


REFUSED: dict[str, tuple[int, dict[str, Any], str]] = {
    "a body": (413, {"method": "POST", "path": "/", "body": b"a" * 2_000}, "This is too much to send"),
    "an upload": (413, {"method": "PUT", "path": "/_stcore/upload_file/a/b", "body": b"a" * 2_000}, "This is too much to send"),
    "an address that is too long": (414, {"path": "/?q=" + "a" * 8_100}, "This address is too long"),
    "an address that nobody reads": (414, {"path": "/?q=" + "a" * 20_000}, "This address is too long"),
    "a header": (431, {"path": "/", "headers": {"Cookie": "a" * 20_000}}, "This request carries too much"),
}


@pytest.mark.parametrize(("status", "request_", "heading"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_too_large_is_refused_in_words(proxy: Proxy, status: int, request_: dict[str, Any], heading: str) -> None:
    answer = ask(proxy, **request_)
    assert (answer.status, words(answer)) == (status, heading)


def test_the_log_of_nginx_names_no_reader(proxy: Proxy) -> None:
    ask(proxy, "/?q=words+of+a+reader", headers={"User-Agent": "a browser"})
    text = (proxy.folder / "access.log").read_text()
    assert set(json.loads(text.splitlines()[-1])) == {
        "time", "source", "method", "path", "status", "bytes", "seconds", "replica", "kept",
    }  # fmt: skip
    assert "words" not in text
    assert "a browser" not in text


def test_by_tls_the_cookie_is_secure_and_browsers_are_told_to_stay(replicas: Replicas, certificate: Path) -> None:
    tls = server.free_port()
    with nginx.running(certificate, {8080: server.free_port(), 8443: tls}, replicas.ports, nginx.TLS) as proxy:
        answer = ask(proxy, "/_stcore/health", tls=tls)
        assert (answer.status, answer.header("strict-transport-security")) == (200, "max-age=31536000")
        assert "; Secure" in answer.header("set-cookie")
        moved = ask(proxy, "/sources?rank=1")
        assert (moved.status, moved.header("location")) == (308, "https://localhost/sources?rank=1")
        refused = ask(proxy, "/_stcore/metrics", tls=tls)
        assert (refused.status, refused.header("strict-transport-security")) == (404, "max-age=31536000")


def test_a_flood_of_exports_is_answered_in_words_and_the_pages_go_on(proxy: Proxy) -> None:
    with ThreadPoolExecutor(16) as at_once:
        answers = list(at_once.map(lambda _: ask(proxy, "/export/E41.ris"), range(FLOOD)))
    assert {answer.status for answer in answers} == {200, 429}
    refused = next(answer for answer in answers if answer.status == 429)
    assert words(refused) == "Too many requests at once"
    assert refused.header("retry-after") == "10"
    assert "default-src 'none'" in refused.header("content-security-policy")
    assert ask(proxy, "/sources").status == 200
