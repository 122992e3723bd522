"""The dossiers that the site is run over."""

import pytest

from tests.app import site


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the invented dossier."""
    monkeypatch.setenv("DOSSIER", str(site.HARBOUR))
