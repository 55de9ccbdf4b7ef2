"""The whole map in one file, and back again: the graph and its settings; the index is derived."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from pathlib import Path

from graph.store import Store
from ontology.errors import InputError, UsageError

__all__ = ["back_up", "restore"]

_PARTS = ("map.json", "config.toml")
"""Files of a home that go into a backup beside the graph."""

_GRAPH = "graph"


def back_up(home: Path, file: Path) -> None:
    """Write the map's last state to ``file`` (tar, gzip); the map may be in use meanwhile."""
    with tempfile.TemporaryDirectory(dir=file.resolve().parent) as folder:
        snapshot = Path(folder) / _GRAPH
        with Store.open(home, read_only=True) as store:
            store.snapshot(snapshot)
        scratch = Path(folder) / "backup"
        with tarfile.open(scratch, "w:gz") as archive:
            archive.add(snapshot, _GRAPH)
            for name in _PARTS:
                if (home / name).is_file():
                    archive.add(home / name, name)
        scratch.replace(file)


def restore(home: Path, file: Path) -> None:
    """Unpack a backup into ``home``, which must not hold a map."""
    if (home / "map.json").exists():
        raise UsageError(
            "there is a map already", place=str(home), way_out="Name an empty folder with --home."
        )
    home.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(file, "r:gz") as archive:
            names = {part for name in archive.getnames() for part in Path(name).parts[:1]}
            if not {_GRAPH, "map.json"} <= names <= {_GRAPH, *_PARTS}:
                raise tarfile.ReadError("it holds other things than a map")
            shutil.rmtree(home / "index", ignore_errors=True)  # it followed another map
            archive.extractall(home, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise InputError(
            f"not a backup of socialmap ({error})",
            place=str(file),
            way_out="Use a file that `socialmap backup` wrote.",
        ) from None
