"""Names of the RDF terms that the map is written in, as plain IRI strings.

Every namespace is a callable: ``SM("Offer")`` is ``"https://w3id.org/socialmap/ns#Offer"``.
"""

from __future__ import annotations

__all__ = [
    "CPSV",
    "CV",
    "DCAT",
    "DCTERMS",
    "FOAF",
    "GEO",
    "LOCN",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "P_PLAN",
    "RDF",
    "RDFS",
    "ROOT",
    "SCHEMA",
    "SKOS",
    "SM",
    "XSD",
    "Namespace",
    "concept_iri",
    "scheme_iri",
    "scheme_of",
    "slug_of",
]


class Namespace(str):
    """An IRI prefix; calling it with a local name gives the full IRI."""

    __slots__ = ()

    def __call__(self, name: str) -> str:
        """The IRI of ``name`` in this namespace."""
        return f"{self}{name}"


ROOT = "https://w3id.org/socialmap/"
SM = Namespace(f"{ROOT}ns#")

CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
LOCN = Namespace("http://www.w3.org/ns/locn#")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
P_PLAN = Namespace("http://purl.org/net/p-plan#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("http://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "cpsv": CPSV,
    "cv": CV,
    "dcat": DCAT,
    "dct": DCTERMS,
    "foaf": FOAF,
    "geo": GEO,
    "locn": LOCN,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "p-plan": P_PLAN,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "sm": SM,
    "xsd": XSD,
}


def scheme_iri(scheme: str) -> str:
    """IRI of a SKOS scheme: ``scheme_iri("need")``."""
    return f"{ROOT}{scheme}"


def concept_iri(scheme: str, slug: str) -> str:
    """IRI of a concept: ``concept_iri("need", "school-absence")``."""
    return f"{ROOT}{scheme}/{slug}"


def scheme_of(iri: str) -> str:
    """Scheme name in a concept's IRI, empty when the IRI is not one of ours."""
    scheme, _, slug = iri.removeprefix(ROOT).partition("/")
    return scheme if slug and iri.startswith(ROOT) else ""


def slug_of(iri: str) -> str:
    """Last part of an IRI, after ``/``, ``#`` or ``:``."""
    return iri.rstrip("/").replace("#", "/").replace(":", "/").rsplit("/", 1)[-1]
