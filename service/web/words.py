"""What things are called in one language of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from graph.model import Text
from ontology.vocabulary import Vocabulary
from search import phrases
from service.web.areas import AreaNames

__all__ = ["Words"]

_SURE, _FAIRLY_SURE = 0.8, 0.5
"""Confidence of a proposal from which it is called sure, and fairly sure."""


class Words:
    """Labels, names and texts in one language, the nearest to it where there is none."""

    def __init__(
        self, vocabulary: Vocabulary, areas: AreaNames, code: str, translations: NullTranslations
    ) -> None:
        self.vocabulary = vocabulary
        self._areas = areas
        self.code = code
        self.translations = translations
        self._ = translations.gettext
        self._n = translations.ngettext

    def concept(self, iri: str) -> str:
        """Label of a concept."""
        return self.vocabulary.label(iri, [self.code])

    def concepts(self, iris: Iterable[str]) -> list[str]:
        """Labels of concepts."""
        return [self.concept(iri) for iri in iris]

    def language(self, code: str) -> str:
        """Name of a language."""
        return phrases.language_names([code], self.code)[0] if code else ""

    def languages(self, codes: Iterable[str]) -> list[str]:
        """Names of languages."""
        return phrases.language_names(codes, self.code)

    def area(self, name: str) -> str:
        """Name of an area, which may come folded."""
        return self._areas.written(name)

    def ages(self, low: int | None, high: int | None) -> str:
        """An age range."""
        return phrases.ages(low, high, self.code)

    def best(self, texts: Sequence[Text]) -> Text:
        """The text in the page's language, else the first."""
        own = (text for text in texts if text.language == self.code)
        return next(own, texts[0] if texts else Text(""))

    def reason(self, kind: str) -> str:
        """What a reason or a reading is about."""
        return {
            "topic": self._("Topic"),
            "meaning": self._("In its own words"),
            "words": self._("Same words"),
            "age": self._("Age"),
            "area": self._("Area"),
            "spoken": self._("Speaks"),
            "cost": self._("Cost"),
            "stage": self._("Stage of help"),
            "type": self._("Kind of partner"),
        }.get(kind, kind)

    def fact(self, name: str) -> str:
        """What a field of the map's records is called."""
        return {
            "topics": self._("Topics"),
            "ages": self._("Age"),
            "groups": self._("For"),
            "areas": self._("Area"),
            "spoken": self._("Speaks"),
            "costs": self._("Cost"),
            "stages": self._("Stage of help"),
            "intensities": self._("How intensive"),
            "eligibility": self._("Conditions"),
            "provider": self._("Partner"),
            "types": self._("Kind of partner"),
            "parent": self._("Belongs to"),
            "since": self._("Since"),
            "steps": self._("Steps"),
            "text": self._("Text"),
            "contact": self._("Contact"),
        }.get(name, name)

    def kind(self, kind: str) -> str:
        """What a kind of entity is called."""
        return {
            "organization": self._("Partner"),
            "service": self._("Service"),
            "offer": self._("Offer"),
            "hope": self._("Hope"),
            "collaboration": self._("Tie"),
            "pathway": self._("Pathway"),
            "document": self._("Document"),
        }.get(kind, kind)

    def family(self, name: str) -> str:
        """What a family of partner types is called."""
        return {
            "school": self._("School and learning"),
            "social": self._("Social services"),
            "health": self._("Health"),
            "law": self._("Police and law"),
            "network": self._("Networks"),
            "civil": self._("Associations and firms"),
        }[name]

    def count(self, kind: str, number: int) -> str:
        """So many entities of a kind."""
        plural = {
            "organization": self._n("%(num)s partner", "%(num)s partners", number),
            "service": self._n("%(num)s service", "%(num)s services", number),
            "offer": self._n("%(num)s offer", "%(num)s offers", number),
            "hope": self._n("%(num)s hope", "%(num)s hopes", number),
            "collaboration": self._n("%(num)s tie", "%(num)s ties", number),
            "pathway": self._n("%(num)s pathway", "%(num)s pathways", number),
            "statement": self._n("%(num)s statement", "%(num)s statements", number),
        }.get(kind, "%(num)s " + kind)
        return plural % {"num": number}

    def sureness(self, confidence: float) -> str:
        """How sure ingest was."""
        if confidence >= _SURE:
            return self._("read with certainty")
        return self._("read fairly surely") if confidence >= _FAIRLY_SURE else self._("a guess")

    def accepted(self, number: int) -> str:
        """What was done."""
        text = self._n(
            "%(num)s entry is now in the map.", "%(num)s entries are now in the map.", number
        )
        return text % {"num": number}

    def rejected(self, number: int) -> str:
        """What was done."""
        text = self._n("%(num)s proposal rejected.", "%(num)s proposals rejected.", number)
        return text % {"num": number}

    def trouble(self, status: int) -> str:
        """What an error of this HTTP status is called."""
        return {
            403: self._("This form came from another site"),
            404: self._("That is not here"),
            413: self._("That is too large"),
            422: self._("This could not be understood"),
            503: self._("The map cannot be used right now"),
        }.get(status, self._("Something went wrong"))

    def nothing_ticked(self) -> str:
        """Why nothing was done."""
        return self._("Nothing was ticked.")

    def years(self, low: int, high: int) -> str:
        """An age as a chip shows it."""
        if low == high:
            return self._n("%(num)s year", "%(num)s years", low) % {"num": low}
        return self.ages(low, high)
