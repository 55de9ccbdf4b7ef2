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

__all__ = ["Quantised", "blend", "content_digest", "export", "quantise"]

LARGEST = 127  # of an int8; -128 stays unused so that the range is symmetric
BLEND_SHARE = 0.8  # best on concepts held out, and no worse on texts held out
SIZE_LIMIT = 25_000_000  # bytes of the whole folder: what we are ready to put into a wheel

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Quantised:
    """A table in int8 with a scale for each row."""

    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]


def blend(
    learned: NDArray[np.float32], before: NDArray[np.float32], share: float
) -> NDArray[np.float32]:
    """Mix a table with the one it was trained from, ``share`` of the learned.

    What lies between the two knows nearly as much of the domain and forgets less of what the
    domain texts never mention (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    mixed: NDArray[np.float32] = (share * learned + (1.0 - share) * before).astype(np.float32)
    return mixed


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


def _vectors(path: Path) -> NDArray[np.float32]:
    if not path.exists():
        raise FileNotFoundError(f"No checkpoint {path}: run the stage that writes it first")
    vectors: NDArray[np.float32] = load_arrays(path)["vectors"]
    return vectors


def main() -> None:
    """Export a checkpoint from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--name", required=True, help="checkpoint in it, such as domain.npz")
    parser.add_argument("--before", help="checkpoint that it was trained from, to blend with")
    parser.add_argument("--share", type=float, default=BLEND_SHARE, help="of the trained one")
    parser.add_argument("--output", type=Path, required=True, help="model folder to write")
    parser.add_argument("--languages", nargs="*", default=[], help="BCP 47 tags trained on")
    options = parser.parse_args()
    start_logging()
    table = _vectors(options.work / options.name)
    if options.before:
        table = blend(table, _vectors(options.work / options.before), options.share)
    tokenizer = Tokenizer.from_file(str(options.work / TOKENIZER_FILE))
    digest = export(table, tokenizer, options.output, languages=options.languages)
    log.info("static-%s written to %s", digest, options.output)


if __name__ == "__main__":
    main()
