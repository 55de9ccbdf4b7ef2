"""Stage 5: quantise the trained table to int8 and write the folder that the encoder loads."""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.encoder import (
    DIGEST_LENGTH,
    MODEL_FILE,
    MODEL_FORMAT,
    SCALES_FILE,
    TOKENIZER_FILE,
    VECTORS_FILE,
)
from search.training.checkpoint import load_arrays
from search.training.progress import start_logging

__all__ = ["Quantised", "export", "fold", "quantise"]

LARGEST = 127  # of an int8; -128 stays unused so that the range is symmetric
SIZE_LIMIT = 25_000_000  # bytes of the whole folder: what we are ready to put into a wheel

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Quantised:
    """A table in int8 with a scale for each row."""

    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]


def fold(
    vectors: NDArray[np.float32],
    *,
    weights: NDArray[np.float32] | None = None,
    projection: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Fold piece weights of shape (pieces,) and a square projection into the table.

    Both are linear, so the mean of folded rows is the projected weighted mean.
    """
    folded = vectors
    if weights is not None:
        folded = (folded * weights[:, None]).astype(np.float32)
    if projection is not None:
        folded = (folded @ projection).astype(np.float32)
    return folded


def quantise(vectors: NDArray[np.float32]) -> Quantised:
    """Round each row to int8 steps of its own size; a row of zeros keeps the scale 0."""
    scales = (np.abs(vectors).max(axis=1) / LARGEST).astype(np.float32)
    steps = vectors / np.where(scales > 0, scales, 1.0)[:, None]
    return Quantised(np.rint(steps).astype(np.int8), scales)


def export(
    vectors: NDArray[np.float32], tokenizer: Tokenizer, folder: Path, *, languages: Sequence[str]
) -> str:
    """Write a model folder in one go and return the model's digest.

    :raises ValueError: the folder would be larger than ``SIZE_LIMIT``; nothing is replaced.
    """
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    table = quantise(vectors)
    np.save(unfinished / VECTORS_FILE, table.vectors)
    np.save(unfinished / SCALES_FILE, table.scales)
    tokenizer.save(str(unfinished / TOKENIZER_FILE), pretty=False)
    digest = content_digest(unfinished)
    model = {
        "format": MODEL_FORMAT,
        "digest": digest,
        "dimensions": int(vectors.shape[1]),
        "pieces": len(vectors),
        "languages": sorted(languages),
    }
    (unfinished / MODEL_FILE).write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in unfinished.iterdir())
    if size > SIZE_LIMIT:
        raise ValueError(f"The model has {size} bytes, more than {SIZE_LIMIT}: {unfinished}")
    _swap(unfinished, folder)
    return digest


def content_digest(folder: Path) -> str:
    """Compute the digest of a model folder's vectors, scales and tokenizer."""
    digest = sha256()
    for name in (VECTORS_FILE, SCALES_FILE, TOKENIZER_FILE):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:DIGEST_LENGTH]


def _swap(new: Path, folder: Path) -> None:
    """Put a finished folder in place of an old one; readers that mapped the old one keep it."""
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Export a checkpoint from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--name", required=True, help="checkpoint in it, such as domain.npz")
    parser.add_argument("--output", type=Path, required=True, help="model folder to write")
    parser.add_argument("--languages", nargs="*", default=[], help="BCP 47 tags trained on")
    options = parser.parse_args()
    start_logging()
    arrays = load_arrays(options.work / options.name)
    if not arrays:
        parser.error(f"no checkpoint {options.work / options.name}")
    table = fold(
        arrays["vectors"], weights=arrays.get("weights"), projection=arrays.get("projection")
    )
    tokenizer = Tokenizer.from_file(str(options.work / TOKENIZER_FILE))
    digest = export(table, tokenizer, options.output, languages=options.languages)
    log.info("static-%s written to %s", digest, options.output)


if __name__ == "__main__":
    main()
