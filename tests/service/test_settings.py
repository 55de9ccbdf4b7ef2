from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import SettingsError
from service.settings import read_settings


def test_arguments_come_before_environment_before_file_before_default(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('host = "10.0.0.1"\nport = 81\nmodel = "file"\n')
    environ = {"SOCIALMAP_PORT": "82", "SOCIALMAP_MODEL": "environment"}
    settings, origins = read_settings(environ, {"home": tmp_path, "model": "argument"})
    assert (settings.host, settings.port, settings.model) == ("10.0.0.1", 82, "argument")
    where = {origin.name: origin.origin for origin in origins}
    assert where["host"] == "config.toml"
    assert where["port"] == "SOCIALMAP_PORT"
    assert where["model"] == "argument"
    assert where["base_iri"] == "default"


def test_lists_may_be_lists_or_words(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('languages = ["da", "sv"]\n')
    assert read_settings({}, {"home": tmp_path})[0].languages == ("da", "sv")
    environ = {"SOCIALMAP_LANGUAGES": "sl, hu"}
    assert read_settings(environ, {"home": tmp_path})[0].languages == ("sl", "hu")


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('colour = "blue"\nbase_iri = "no iri"\n')
    environ = {"SOCIALMAP_PORT": "many", "SOCIALMAP_HOUSE": "x"}
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, {"home": tmp_path})
    for fault in ("colour", "base_iri", "SOCIALMAP_PORT", "SOCIALMAP_HOUSE"):
        assert fault in str(caught.value)


def test_broken_toml_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("port = = 3")
    with pytest.raises(SettingsError, match="not valid TOML"):
        read_settings({}, {"home": tmp_path})
