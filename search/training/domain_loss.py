"""The loss of the domain stage: texts of one concept draw together, the others part."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from search.training.domain_batches import ConceptBatch
from search.training.table import MASKED, SCALE

__all__ = ["concept_loss"]

LOOKALIKE_BONUS = 1.1  # a look-alike counts as three (e ** 1.1) other negatives
SAME_LANGUAGE_MALUS = 0.7  # of a positive: crossing languages is the harder half of the task


def concept_loss(rows: Tensor, batch: ConceptBatch, lookalike: NDArray[np.bool_]) -> Tensor:
    """Compute the mean, over all positives, of how hard each is to tell from all negatives.

    :param rows: normalised vectors, shape (texts, dimensions).
    :param lookalike: shape (concepts, concepts), true where two are easily confused.
    """
    concepts, languages = torch.from_numpy(batch.concepts), torch.from_numpy(batch.languages)
    same = concepts[:, None] == concepts[None]
    alike = torch.from_numpy(lookalike[batch.concepts][:, batch.concepts])
    logits = SCALE * rows @ rows.T
    pushed = (logits + LOOKALIKE_BONUS * alike).masked_fill(same, MASKED)
    negatives = pushed.logsumexp(dim=1, keepdim=True)
    spoken = languages[:, None] == languages[None]
    weights = torch.where(spoken, SAME_LANGUAGE_MALUS, 1.0) * same.float().fill_diagonal_(0.0)
    losses: Tensor = functional.softplus(negatives - logits)
    return (losses * weights).sum() / weights.sum().clamp_min(1.0)
