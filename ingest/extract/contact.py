"""Telephone numbers, addresses and roles in a cell or a line; names of persons stay out."""

from __future__ import annotations

import re

from graph.model import Contact
from ontology.terms import concept_iri
from ontology.vocabulary import Vocabulary

__all__ = ["contacts_in", "role_of", "urls_in"]

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s,;<>()\[\]]+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:org|com|net|eu|info|dk|"
    r"se|si|nl|be|de|"
    r"at|ch|fr|hu|uk|ie|fi|no|it|es|pt|pl|cz|sk|hr|ro|bg|gr|lt|lv|ee|mt|cy|"
    r"lu)(?:/[^\s,;<>()\[\]]*)?(?![\w@])",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.@-])(?:\+|00)?\(?\d[\d ()/.\-\u00a0]{4,18}\d(?![\w@/])")
_PHONE_DIGITS = (6, 15)
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$")
_ROLE_SPLIT = re.compile(r"\s*(?:[,;/()\n]|\s[–—-]\s|:)\s*")
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|mag|ing|dipl|hr|fr|herr|frau|mme|m)\.?\s", re.IGNORECASE
)


def urls_in(text: str) -> list[str]:
    """Web addresses in a text, with a scheme."""
    without_mail = _EMAIL.sub(" ", text)
    found = [match.group().rstrip(".,:)") for match in _URL.finditer(without_mail)]
    return [url if "://" in url else f"https://{url}" for url in dict.fromkeys(found)]


def contacts_in(text: str, role: str = "") -> tuple[Contact, ...]:
    """One contact for each telephone number or address; the first carries the role."""
    emails = list(dict.fromkeys(_EMAIL.findall(text)))
    urls = urls_in(text)
    phones = _phones(_URL.sub(" ", _EMAIL.sub(" ", text)))
    rows = max(len(emails), len(urls), len(phones), 1 if role else 0)
    return tuple(
        Contact(
            phone=_nth(phones, at),
            email=_nth(emails, at),
            url=_nth(urls, at),
            role=role if at == 0 else "",
        )
        for at in range(rows)
    )


def _phones(text: str) -> list[str]:
    found = [" ".join(match.group().split()).strip(" -/.") for match in _PHONE.finditer(text)]
    low, high = _PHONE_DIGITS
    return [
        phone
        for phone in dict.fromkeys(found)
        if low <= sum(c.isdigit() for c in phone) <= high and not _DATE.match(phone)
    ]


def _nth(values: list[str], at: int) -> str:
    return values[at] if at < len(values) else ""


def role_of(text: str, language: str, vocabulary: Vocabulary) -> str:
    """The role at work in a "representative" cell; without the name where a role is given."""
    text = _EMAIL.sub("", _PHONE.sub("", text))
    parts = [part for part in _ROLE_SPLIT.split(text) if part.strip()]
    roles = [part for part in parts if _is_role(part, language, vocabulary)]
    if roles:
        return ", ".join(_without_name(part) for part in roles)
    return ", ".join(parts)


def _is_role(part: str, language: str, vocabulary: Vocabulary) -> bool:
    """Whether it names a function: written small, or a label of the vocabulary's roles in it."""
    words = part.split()
    if words[0][:1].islower() and not _TITLE.match(part):
        return True
    schemes = ("role", "partner-type")
    found = [m for scheme in schemes for m in vocabulary.find_labels(part, language, scheme)]
    by_name = concept_iri("role", "representative")
    return bool(found) and any(match.iri != by_name for match in found)


def _without_name(role: str) -> str:
    """The words before a name: ``"principal Jana Novak"`` is the principal."""
    words = role.split()
    for at, word in enumerate(words):
        rest = words[at:]
        is_name = len(rest) in (2, 3) and all(w[:1].isupper() and w[1:].islower() for w in rest)
        if at and is_name and word[:1].isupper() and words[at - 1][:1].islower():
            return " ".join(words[:at])
    return role
