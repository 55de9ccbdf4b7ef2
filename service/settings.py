"""Settings, read once at the edge.

Arguments come before the environment, that before ``config.toml``, and that before defaults.

Each setting is a field of ``Settings``; its environment variable is ``SOCIALMAP_`` and its name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from ontology.errors import SettingsError

__all__ = ["Origin", "Settings", "read_settings", "setting_names"]

_PREFIX = "SOCIALMAP_"
_CONFIG = "config.toml"


def _default_home() -> Path:
    return user_data_path("socialmap")


def _setting(default: Any, parse: Callable[[str], Any], says: str) -> Any:
    metadata = {"parse": parse, "says": says}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise ValueError("a port is a number from 0 to 65535")
    return port


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError("a whole number above 0 is wanted")
    return number


def _words(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split() if part)


def _iri(text: str) -> str:
    if not text.startswith(("http://", "https://", "urn:")) or not text.endswith(("/", "#", ":")):
        raise ValueError("an IRI that begins with http://, https:// or urn: and ends with / # or :")
    return text


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set; frozen, read once."""

    home: Path = _setting(_default_home, Path, "folder of the map")
    model: str = _setting(
        "static", str, "embedding model: static, or a sentence-transformers name or path"
    )
    base_iri: str = _setting(
        "https://w3id.org/socialmap/id/", _iri, "what the IRIs of the map's entities begin with"
    )
    languages: tuple[str, ...] = _setting(
        (), _words, "languages that people here write in; decides short, ambiguous texts"
    )
    host: str = _setting("127.0.0.1", str, "address that the pages are served on")
    port: int = _setting(8000, _port, "port that the pages are served on")
    allowed_hosts: tuple[str, ...] = _setting(
        ("127.0.0.1", "localhost", "[::1]"), _words, "host names that requests may name"
    )
    max_file_mb: int = _setting(200, _positive, "largest file that is read, in MiB")
    emergency: tuple[str, ...] = _setting(
        (), _words, "further emergency numbers of the area, shown first when there is danger"
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: "argument", the variable's or file's name, or "default"."""

    name: str
    value: Any
    origin: str
    says: str


def setting_names() -> dict[str, str]:
    """Every setting's environment variable and what it does."""
    return {f"{_PREFIX}{f.name.upper()}": str(f.metadata["says"]) for f in fields(Settings)}


def read_settings(
    environ: Mapping[str, str], arguments: Mapping[str, Any] | None = None
) -> tuple[Settings, tuple[Origin, ...]]:
    """The settings and where each came from; ``SettingsError`` lists every fault at once."""
    given = {key: value for key, value in (arguments or {}).items() if value is not None}
    faults: list[str] = []
    home = given.get("home") or environ.get(f"{_PREFIX}HOME") or _default_home()
    config = _config(Path(home) / _CONFIG, faults)
    faults += [
        f"{key}: no such setting"
        for key in environ
        if key.startswith(_PREFIX) and key not in setting_names()
    ]
    origins = [_origin(f, given, environ, config, faults) for f in fields(Settings)]
    if faults:
        raise SettingsError(
            "; ".join(faults),
            place="settings",
            way_out="Mend them; `socialmap settings` lists all.",
        )
    return Settings(**{o.name: o.value for o in origins}), tuple(origins)


def _config(path: Path, faults: list[str]) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        config = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path}: not valid TOML ({error})")
        return {}
    known = {f.name for f in fields(Settings)} - {"home"}
    faults += [f"{path}: {key}: no such setting" for key in config if key not in known]
    return config


def _origin(
    spec: Any,
    given: Mapping[str, Any],
    environ: Mapping[str, str],
    config: Mapping[str, Any],
    faults: list[str],
) -> Origin:
    name, says = spec.name, spec.metadata["says"]
    default = spec.default if spec.default is not MISSING else spec.default_factory()
    for source, raw in (
        ("argument", given.get(name)),
        (f"{_PREFIX}{name.upper()}", environ.get(f"{_PREFIX}{name.upper()}")),
        (_CONFIG, config.get(name)),
    ):
        if raw is not None:
            return Origin(name, _parsed(spec, raw, source, default, faults), source, says)
    return Origin(name, default, "default", says)


def _parsed(spec: Any, raw: Any, source: str, default: Any, faults: list[str]) -> Any:
    text = " ".join(map(str, raw)) if isinstance(raw, list | tuple) else str(raw)
    try:
        return spec.metadata["parse"](text)
    except ValueError as error:
        faults.append(f"{source}: {spec.name} is {text!r}; {error}")
        return default
