"""What whoever hosts the site sets: what is taken, and what ends the start in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.ui import settings

ROOT = Path(__file__).parents[2]
ANCESTORS = {
    "": "'self'",
    "'none'": "'none'",
    "https://example.org": "https://example.org",
    "'self'  https://*.example.org:8443": "'self' https://*.example.org:8443",
    "http://localhost:8000": "http://localhost:8000",
}
NO_ANCESTORS = (
    "self",
    "*",
    "https:",
    "https://example.org/page",
    "'none' https://example.org",
    "https://a.org; script-src *",
    "a\nb",
)
HOSTS = {
    "": ("*",),
    "timeline.example.org": ("timeline.example.org",),
    "A.example.org, *.example.net [::1]": ("a.example.org", "*.example.net", "[::1]"),
}
NO_HOSTS = ("https://example.org", "example.org:8501", "example.org/page", "*example.org", "-")


@pytest.fixture(autouse=True)
def _nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.FRAME_ANCESTORS, raising=False)
    monkeypatch.delenv(settings.ALLOWED_HOSTS, raising=False)
    settings.frame_ancestors.cache_clear()
    settings.allowed_hosts.cache_clear()


@pytest.mark.parametrize(("set_to", "given"), ANCESTORS.items())
def test_who_may_frame_the_site_is_taken_as_written(monkeypatch: pytest.MonkeyPatch, set_to: str, given: str) -> None:
    monkeypatch.setenv(settings.FRAME_ANCESTORS, set_to)
    assert settings.frame_ancestors() == given


@pytest.mark.parametrize("set_to", NO_ANCESTORS)
def test_what_is_no_origin_is_refused_in_words(monkeypatch: pytest.MonkeyPatch, set_to: str) -> None:
    monkeypatch.setenv(settings.FRAME_ANCESTORS, set_to)
    with pytest.raises(SystemExit, match=r"FRAME_ANCESTORS has .* Write '"):
        settings.see_that_they_are_right()


@pytest.mark.parametrize(("set_to", "given"), HOSTS.items())
def test_the_names_of_the_site_are_taken_in_small_letters(
    monkeypatch: pytest.MonkeyPatch, set_to: str, given: tuple[str, ...]
) -> None:
    monkeypatch.setenv(settings.ALLOWED_HOSTS, set_to)
    assert settings.allowed_hosts() == given


@pytest.mark.parametrize("set_to", NO_HOSTS)
def test_what_is_no_name_of_a_host_is_refused_in_words(monkeypatch: pytest.MonkeyPatch, set_to: str) -> None:
    monkeypatch.setenv(settings.ALLOWED_HOSTS, set_to)
    with pytest.raises(SystemExit, match=r"ALLOWED_HOSTS has .* Write names"):
        settings.see_that_they_are_right()


def test_the_application_does_not_start_with_a_setting_that_is_wrong() -> None:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"]
    ended = subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, env=os.environ | {settings.FRAME_ANCESTORS: "everybody"}, capture_output=True, check=False, timeout=60
    )
    assert ended.returncode == 1
    assert "FRAME_ANCESTORS has everybody, which is no origin." in ended.stderr.decode()
    assert "Traceback" not in ended.stderr.decode()
