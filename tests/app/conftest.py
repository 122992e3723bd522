"""The dossiers that the site is run over."""

import pytest

from dashboard.queries.tables import Tables
from tests import record
from tests.app import site

RECORDS = {"real": (record.FOLDER, record.tables), "invented": (site.HARBOUR, record.harbour)}


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the invented dossier."""
    monkeypatch.setenv("DOSSIER", str(site.HARBOUR))


@pytest.fixture(params=RECORDS)
def served(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """Serve the real dossier and the invented one in turn, and give the tables of the one that is served."""
    folder, tables = RECORDS[request.param]
    monkeypatch.setenv("DOSSIER", str(folder))
    return tables()
