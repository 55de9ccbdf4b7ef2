"""The example map, opened once and served to every test of the API and the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import service
from service.app import create_app
from service.settings import read_settings
from service.workspace import Workspace

EXAMPLE = Path(service.__file__).parent / "example"


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The example: lists as facts, the Danish meeting and the English procedure as proposals."""
    home = tmp_path_factory.mktemp("home")
    settings, _ = read_settings({}, {"home": home, "max_file_mb": 1})
    with Workspace.open(settings) as opened:
        opened.ingest([EXAMPLE / "partners.xlsx", EXAMPLE / "directory.hsds.json"])
        prose = [EXAMPLE / "network-meeting.da.md", EXAMPLE / "school-absence-procedure.en.docx"]
        opened.ingest(prose, "none")
        yield opened


@pytest.fixture(scope="session")
def client(workspace: Workspace) -> Iterator[TestClient]:
    """A program that talks to the application, and follows no redirect by itself."""
    app = create_app(workspace)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as opened:
        yield opened
