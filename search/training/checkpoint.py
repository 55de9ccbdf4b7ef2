"""Write arrays and folders so that a stopped run never leaves half a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["load_arrays", "save_arrays"]


def save_arrays(path: Path, **arrays: NDArray[Any]) -> None:
    """Save named arrays as one ``.npz``, written beside it and then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished.npz")
    with unfinished.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    unfinished.replace(path)


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Load the arrays that :func:`save_arrays` wrote; nothing saved is no arrays."""
    if not path.exists():
        return {}
    with np.load(path) as arrays:
        return {name: arrays[name] for name in arrays.files}
