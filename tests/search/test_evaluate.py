from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import InputError
from search.evaluate import evaluate, read_judged
from search.model import Hit, Need, Options, OrganizationRef, Result

NOBODY = OrganizationRef("", "", "")


def answer(*ids: str) -> Result:
    hits = tuple(Hit(r, i, f"urn:x:{i}", i, NOBODY, 1.0, "en") for r, i in enumerate(ids, 1))
    return Result(Need("", "en"), hits)


def judged(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "needs.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_perfect_answer_scores_one(tmp_path: Path) -> None:
    path = judged(tmp_path, '{"qid": 1, "lang": "da", "text": "x", "relevant": {"a": 3, "b": 2}}')
    figures = evaluate(read_judged(path), lambda text, options: answer("a", "b", "c"))
    assert figures["da"].to_json() == {"needs": 1, "ndcg@10": 1.0, "recall@5": 1.0, "mrr": 1.0}
    assert figures["all"] == figures["da"]


def test_figures_are_those_of_the_textbook(tmp_path: Path) -> None:
    path = judged(tmp_path, '{"qid": 1, "lang": "da", "text": "x", "relevant": {"a": 3, "b": 2}}')
    figures = evaluate(read_judged(path), lambda text, options: answer("c", "b", "d"))["da"]
    assert figures.ndcg == pytest.approx((3 / 1.584963) / (7 + 3 / 1.584963), abs=1e-5)
    assert (figures.recall, figures.mrr) == (0.5, 0.5)


def test_constraints_become_options(tmp_path: Path) -> None:
    path = judged(
        tmp_path,
        '{"qid": 1, "text": "x", "relevant": {}, "constraints": {"age": 9, "area": null}}',
    )
    assert read_judged(path)[0].options == Options(age=9)


@pytest.mark.parametrize(
    "line", ["no json", "[]", "{}", '{"qid": 1, "text": "x", "relevant": {"a": "much"}}']
)
def test_a_line_that_is_no_need_is_named(tmp_path: Path, line: str) -> None:
    path = judged(tmp_path, '{"qid": 1, "text": "x", "relevant": {}}', line)
    with pytest.raises(InputError, match=r"needs\.jsonl:2"):
        read_judged(path)
