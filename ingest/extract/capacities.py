"""Rows of partner lists: the capacities map and other directories, one partner or service a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Address, Audience, Contact, Hope, Offer, Organization, Service, Text
from ingest.extract.ages import ages_in_cell
from ingest.extract.columns import Sheet
from ingest.extract.contact import contacts_in, role_of, urls_in
from ingest.extract.context import Collector, Context
from ingest.extract.cost import costs_in
from ingest.extract.kinds import concepts_in, partner_types
from ingest.extract.split import name_and_rest, parts
from ingest.extract.spoken import spoken_codes
from ingest.model import Block
from ontology.language import UNKNOWN, detect

__all__ = ["add_partners"]

_EXTRACTOR = "list"
_POSTAL = re.compile(r"\b([A-Z]{0,3}[- ]?\d{3,5}(?: ?[A-Z]{2})?)\s+(\D[^,;\d]*)")
_AREA_SPLIT = re.compile(r"[,;\n]")
_TEXT_FIELDS = ("activities", "description", "offer", "hope", "service")
_LETTERS_TO_TELL = 30
"""Shorter texts do not tell their language; the document's stands."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with its fields and what all its entities share."""

    block: Block
    values: Mapping[str, str]
    language: str
    partner: str = ""

    def get(self, name: str) -> str:
        return self.values.get(name, "")


def add_partners(sheet: Sheet, context: Context, heap: Collector) -> None:
    """Partners, services, offers and expectations of every row."""
    for block in sheet.rows:
        values = sheet.values(block)
        name = " ".join((values.get("name") or values.get("service") or "").split())
        if not name or len(values) < 2:
            continue
        row = _Row(block, values, _language(values, context))
        partner = _add_organization(name, row, context, heap)
        row = _Row(block, values, row.language, partner)
        _add_services(row, context, heap)
        _add_texts(row, context, heap)


def _language(values: Mapping[str, str], context: Context) -> str:
    said = spoken_codes(values.get("text_language", ""), context.language)
    if said:
        return said[0]
    text = " ".join(values.get(name, "") for name in _TEXT_FIELDS).strip()
    if len(text) < _LETTERS_TO_TELL:
        return context.language
    best = detect(text, (context.language,))[0][0]
    return context.language if best == UNKNOWN else best


def _add_organization(name: str, row: _Row, context: Context, heap: Collector) -> str:
    iri, own = context.minter.by_name("organization", name)
    languages = (row.language, context.language)
    types = partner_types(row.get("type"), languages, context.vocabulary)
    contacts = _contacts(row, context)
    description = row.get("description") if row.get("service") == "" else ""
    entity = Organization(
        iri=iri,
        id=own,
        names=(Text(name, row.language),),
        types=types or partner_types(name, languages, context.vocabulary),
        descriptions=(Text(description, row.language),) if description else (),
        contacts=contacts,
        addresses=_addresses(row.get("address")),
        areas=_areas(row.get("area")),
        audience=_audience(row, context),
        url=next((contact.url for contact in contacts if contact.url), ""),
    )
    evidence = context.evidence(row.block.text, row.block.place, _EXTRACTOR, language=row.language)
    return heap.add(entity, evidence)


def _contacts(row: _Row, context: Context) -> tuple[Contact, ...]:
    cells = (row.get(name) for name in ("contacts", "website", "phone", "email"))
    text = "\n".join(cell for cell in cells if cell)
    role = role_of(row.get("representative"), row.language, context.vocabulary)
    if not urls_in(text) and (site := row.get("website")) and "." in site:
        text += f"\nhttps://{site.split()[0].removeprefix('https://')}"
    return contacts_in(f"{text}\n{_reachable(row.get('representative'))}", role)


def _reachable(representative: str) -> str:
    """Numbers and addresses that stand with the representative; never the name."""
    found = contacts_in(representative)
    return "\n".join(f"{contact.phone}\n{contact.email}" for contact in found)


def _addresses(cell: str) -> tuple[Address, ...]:
    found: list[Address] = []
    for line in parts(cell):
        postal = _POSTAL.search(line)
        street = line[: postal.start()].strip(" ,") if postal else line
        if postal:
            found.append(Address(street, postal[1].strip(), postal[2].strip(" ,")))
        else:
            found.append(Address(street=street))
    return tuple(found)


def _areas(cell: str) -> tuple[str, ...]:
    return tuple(part for piece in _AREA_SPLIT.split(cell) if (part := piece.strip()))


def _audience(row: _Row, context: Context) -> Audience:
    low, high = ages_in_cell(row.get("ages"), row.language) if row.get("ages") else (None, None)
    languages = (row.language, context.language)
    group = row.get("group")
    groups = concepts_in(group, languages, "target-group", context.vocabulary) if group else ()
    if group and low is None and high is None and any(c.isdigit() for c in group):
        low, high = ages_in_cell(group, row.language)
    return Audience(low, high, groups)


def _add_services(row: _Row, context: Context, heap: Collector) -> None:
    """One service for each entry of the activities; else the row itself, when it describes one."""
    if row.get("service"):
        names = parts(row.get("service"))
        for name in names:
            text = row.get("description") or row.get("activities") or name
            _add_service(name, text, row, (context, heap))
        return
    entries = parts(row.get("activities")) or parts(row.get("offer"))
    for entry in entries:
        name, text = name_and_rest(entry)
        _add_service(name, text, row, (context, heap))
    if not entries and row.get("description"):
        name, text = name_and_rest(row.get("description"))
        _add_service(name, text, row, (context, heap))


def _add_service(name: str, text: str, row: _Row, into: tuple[Context, Collector]) -> None:
    context, heap = into
    iri, own = context.minter.by_name("service", name, f"{row.partner}\n{text}")
    entity = Service(
        iri=iri,
        id=own,
        names=(Text(name, row.language),),
        provider=row.partner,
        descriptions=(Text(text, row.language),) if text != name else (),
        audience=_audience(row, context),
        areas=_areas(row.get("area")),
        spoken=spoken_codes(row.get("spoken"), row.language),
        costs=costs_in(row.get("cost"), row.language, context.vocabulary),
        contacts=_contacts(row, context),
        addresses=_addresses(row.get("address")),
        categories=_areas(row.get("category")),
    )
    passage = text if name in text else f"{name}: {text}"
    evidence = context.evidence(passage, row.block.place, _EXTRACTOR, language=row.language)
    heap.add(entity, evidence, (row.partner,))


def _add_texts(row: _Row, context: Context, heap: Collector) -> None:
    """What the partner proposes and what it hopes for."""
    for entry in parts(row.get("offer")):
        iri, own = context.minter.by_name("offer", entry, row.partner)
        offer = Offer(iri, own, row.partner, (Text(entry, row.language),))
        evidence = context.evidence(entry, row.block.place, _EXTRACTOR, language=row.language)
        heap.add(offer, evidence, (row.partner,))
    for entry in parts(row.get("hope")):
        iri, own = context.minter.by_name("hope", entry, row.partner)
        hope = Hope(iri, own, row.partner, (Text(entry, row.language),))
        evidence = context.evidence(entry, row.block.place, _EXTRACTOR, language=row.language)
        heap.add(hope, evidence, (row.partner,))
