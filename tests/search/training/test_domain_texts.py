"""Domain texts: reading them, and holding development parts out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.training.domain_texts import DomainText, Kind, read_domain_texts, split


def many_texts() -> list[DomainText]:
    return [
        DomainText(f"concept-{c}", language, kind, f"{kind} {n} of {c} in {language}")
        for c in range(40)
        for language in ("da", "hu")
        for kind in Kind
        for n in range(5)
    ]


def test_reading(tmp_path: Path) -> None:
    row = {"concept": "debt", "language": "da", "kind": "situation", "text": "Vi har gæld"}
    path = tmp_path / "domain.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "lookalikes": ["rent"]}) + "\n")
    plain, marked = read_domain_texts(path)
    assert plain == DomainText("debt", "da", Kind.SITUATION, "Vi har gæld")
    assert marked.lookalikes == ("rent",)


def test_banned_texts_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "domain.jsonl"
    row = {"concept": "debt", "language": "da", "kind": "situation"}
    path.write_text("".join(json.dumps({**row, "text": t}) + "\n" for t in ("Gæld!", "Lån")))
    assert [t.text for t in read_domain_texts(path, banned=frozenset({"gæld"}))] == ["Lån"]


@pytest.mark.parametrize("line", ["{}", "[]", "nothing", '{"concept": "a", "kind": "joke"}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "domain.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(ValueError, match=r"domain\.jsonl:1"):
        read_domain_texts(path)


def test_split_parts_do_not_overlap() -> None:
    texts = many_texts()
    parts = split(texts)
    everything = [*parts.train, *parts.held_out_texts, *parts.held_out_concepts]
    assert sorted(t.text for t in everything) == sorted(t.text for t in texts)
    trained = {t.concept for t in parts.train}
    assert not trained & {t.concept for t in parts.held_out_concepts}
    assert {t.concept for t in parts.held_out_texts} <= trained


def test_split_holds_out_about_one_in_five() -> None:
    texts = many_texts()
    parts = split(texts)
    assert 0.1 < len(parts.held_out_concepts) / len(texts) < 0.3
    usual = len(texts) - len(parts.held_out_concepts)
    assert 0.08 < len(parts.held_out_texts) / usual < 0.25  # labels are never held out


def test_split_stays_when_texts_are_added() -> None:
    texts = many_texts()
    before = set(split(texts).held_out_texts)
    more = [*texts, DomainText("concept-1", "da", Kind.SITUATION, "a new one")]
    assert before <= set(split(more).held_out_texts) | {more[-1]}
