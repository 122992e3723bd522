"""Which dossier is served: of the option, of the environment, or the first there is."""

import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.ui import choice
from tests.app.site import HARBOUR
from tests.browser import server
from tests.record import FOLDER, dossier, harbour

NOWHERE = "/no/such/folder"
STARTS = [
    (("app.py",), None, FOLDER),
    (("app.py", "--dossier", str(HARBOUR)), None, HARBOUR),
    (("/somewhere/app.py", f"--dossier={HARBOUR}"), NOWHERE, HARBOUR),
    (("app.py",), str(HARBOUR), HARBOUR),
    (("pytest", "--dossier", NOWHERE, "-q"), None, FOLDER),
]


@pytest.mark.parametrize(("arguments", "variable", "folder"), STARTS)
def test_the_option_comes_before_the_environment_and_both_before_the_first_record(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], variable: str | None, folder: Path
) -> None:
    monkeypatch.setattr(sys, "argv", list(arguments))
    monkeypatch.delenv(choice.VARIABLE, raising=False)
    if variable:
        monkeypatch.setenv(choice.VARIABLE, variable)
    assert choice.folder() == folder
    choice.see_that_it_is_there()


@pytest.mark.parametrize(
    ("arguments", "variable", "told"),
    [
        (["--dossier", NOWHERE], str(HARBOUR), f"There is no folder {NOWHERE}, which --dossier names."),
        ([], NOWHERE, f"There is no folder {NOWHERE}, which DOSSIER names."),
    ],
)
def test_a_folder_that_is_not_there_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], variable: str, told: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
    monkeypatch.setenv(choice.VARIABLE, variable)
    with pytest.raises(SystemExit, match=told) as ended:
        choice.see_that_it_is_there()
    assert "Name the folder of a dossier" in str(ended.value)


def test_streamlit_passes_the_option_on() -> None:
    with server.running(arguments=["--", "--dossier", str(HARBOUR)]) as address, urlopen(address) as answer:  # noqa: S310 - our own address
        page = answer.read().decode()
    assert f"<title>{harbour().dossier.front.title}</title>" in page
    assert dossier().front.title not in page


@pytest.mark.parametrize("arguments", [["--dossier", NOWHERE], ["--dosier", str(HARBOUR)]], ids=["no folder", "no option"])
def test_streamlit_does_not_start_with_what_is_none(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "streamlit", "run", server.APP, "--server.port", "0", "--", *arguments]
    ended = subprocess.run(command, cwd=server.ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - our own words
    assert ended.returncode
    assert arguments[-1] in ended.stderr
    assert "Traceback" not in ended.stderr
