"""The trainable table of piece vectors, its losses and its optimiser (PyTorch)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from search.training.pairs import Texts

__all__ = [
    "MASKED",
    "SCALE",
    "Goals",
    "Table",
    "Touched",
    "distillation_loss",
    "main_axes",
    "same_meaning",
    "sif_weights",
    "translation_loss",
]

SCALE = 20.0  # of cosines in the softmax: sharp enough to separate, soft enough to learn from
SIF = 1e-3  # Arora's a in a / (a + p): a piece of share a counts half
AXES_SAMPLE = 50_000  # vectors: the axes of more would be the same
MASKED = -1e4  # a logit that no softmax ever picks


@dataclass(slots=True)
class Table:
    """Vectors of pieces and the sums of squares that row-wise Adagrad keeps of them."""

    vectors: Tensor
    """Shape (pieces, dimensions)."""
    squares: Tensor
    """Mean squared gradients added up so far; shape (pieces,)."""

    @classmethod
    def from_vectors(cls, vectors: NDArray[np.float32]) -> Table:
        """Begin training from some vectors."""
        return cls(torch.from_numpy(vectors.copy()), torch.zeros(len(vectors)))

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[Any]]) -> Table:
        """Go on from a checkpoint."""
        return cls(torch.from_numpy(arrays["vectors"]), torch.from_numpy(arrays["squares"]))

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """What a checkpoint keeps."""
        return {"vectors": self.vectors.numpy(), "squares": self.squares.numpy()}

    def touch(self, *groups: Texts) -> Touched:
        """Copy out the rows that some texts use, so that only they get gradients."""
        ids = torch.from_numpy(np.concatenate([g.ids for g in groups]).astype(np.int64))
        numbers, places = torch.unique(ids, return_inverse=True)
        rows = self.vectors[numbers].requires_grad_(True)
        return Touched(numbers, places, rows)

    def update(self, touched: Touched, rate: float) -> None:
        """Take one step of row-wise Adagrad on the touched rows."""
        gradient = touched.rows.grad
        if gradient is None:
            return
        self.squares[touched.numbers] += gradient.square().mean(dim=1)
        size = rate / (self.squares[touched.numbers].sqrt() + 1e-10)
        self.vectors[touched.numbers] -= size[:, None] * gradient


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows of a table that one step uses."""

    numbers: Tensor
    """Which rows of the table; shape (touched rows,)."""
    places: Tensor
    """For each piece of all texts the touched row; shape (pieces in all texts,)."""
    rows: Tensor
    """The rows themselves, with gradients; shape (touched rows, dimensions)."""

    def means(self, groups: Sequence[Texts]) -> list[Tensor]:
        """Average and normalise each text, group by group; shape (texts, dimensions) each."""
        means, begin = [], 0
        for group in groups:
            places = self.places[begin : begin + len(group.ids)]
            begin += len(group.ids)
            starts = torch.from_numpy(group.starts[:-1])
            pooled = functional.embedding_bag(places, self.rows, starts, mode="mean")
            means.append(functional.normalize(pooled, dim=1))
        return means


def translation_loss(left: Tensor, right: Tensor, same: Tensor) -> Tensor:
    """Symmetric softmax over the batch: each text must find its own translation.

    :param same: shape (pairs, pairs), true where another pair is no honest negative.
    """
    logits = (SCALE * left @ right.T).masked_fill(same, MASKED)
    target = torch.arange(len(left))
    forward = functional.cross_entropy(logits, target)
    return (forward + functional.cross_entropy(logits.T, target)) / 2


def same_meaning(left_names: NDArray[np.int64], right_names: NDArray[np.int64]) -> Tensor:
    """Mark the pairs of a batch that share a text, the diagonal left out."""
    left, right = torch.from_numpy(left_names), torch.from_numpy(right_names)
    same = (left[:, None] == left[None]) | (right[:, None] == right[None])
    return same.fill_diagonal_(False)


def distillation_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Average distance (1 - cosine) from the teacher's vectors; both normalised."""
    return (1.0 - (student * teacher).sum(dim=1)).mean()


def main_axes(rows: NDArray[np.float16], dimensions: int) -> NDArray[np.float32]:
    """Find the axes along which teacher vectors differ most; shape (teacher's, dimensions).

    The mean is not taken away: cosines of the teacher must stay what they are.
    """
    sample = rows[:: max(1, len(rows) // AXES_SAMPLE)].astype(np.float32)
    _, axes = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(axes[:, ::-1][:, :dimensions], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Goals:
    """The teacher's vectors, in the space of the student."""

    axes: NDArray[np.float32]
    """What turns a teacher's vector into a student's; shape (teacher's, dimensions)."""
    rows: Tensor
    """Normalised; shape (texts the teacher knows, dimensions)."""

    @classmethod
    def from_teacher(cls, rows: NDArray[np.float16], axes: NDArray[np.float32]) -> Goals:
        """Project teacher vectors on some axes and normalise them."""
        reduced = torch.from_numpy(rows.astype(np.float32) @ axes)
        return cls(axes, functional.normalize(reduced, dim=1))


def sif_weights(shares: NDArray[np.float64], a: float = SIF) -> NDArray[np.float32]:
    """Weigh pieces by how much they tell: smooth inverse frequency, a / (a + share)."""
    weights: NDArray[np.float32] = (a / (a + shares)).astype(np.float32)
    return weights
