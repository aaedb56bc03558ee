"""A plan as Akoma Ntoso 3.0 (OASIS LegalDocML), to the published schema.

eIds are those of the reading, the same in every output, so that a link to a chapter or a figure holds. The
records of the targets stand in ``proprietary`` with the keys of the JSON lines, each pointing at its mark.
"""

from collections.abc import Mapping
from decimal import Decimal

from lxml import etree
from lxml.etree import _Element as Element

from lantu.documents import Document
from lantu.exchange.akn_body import NAMESPACE, Body, E, body, concept_id, legal
from lantu.reading import Reading
from lantu.reading.jsonl import plain, target_row

OWN = "urn:lantu:ns:plan:1"
_SOURCE = "#lantu"
_UNDATED = "0001-01-01"  # the schema asks for a date; the text's day of publication is not read
_TARGET_KEYS_ELSEWHERE = frozenset({"quote", "start", "end", "section"})


def akoma_ntoso(document: Document, reading: Reading) -> bytes:
    """The plan as XML, UTF-8; the same reading gives the same bytes."""
    written = body(document, reading.outline.sections, reading.targets)
    title = legal(reading.outline.title or document.name)
    doc = E("doc", name="plan", contains="originalVersion")
    doc.append(_meta(document, reading, written, title))
    doc.append(E("preface", E("p", E("docTitle", title))))
    doc.append(written.element)
    root = E("akomaNtoso", doc)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _meta(document: Document, reading: Reading, written: Body, title: str) -> Element:
    meta = E("meta")
    meta.append(_identification(document, reading, title))
    lantu = E("TLCOrganization", eId="lantu", href="/ontology/organization/lantu", showAs="Lantu")
    issuer = E("TLCOrganization", eId="issuer", href="/ontology/organization/issuer", showAs="issuer")
    concepts = [
        E(
            "TLCConcept",
            eId=concept_id(words),
            href=f"/ontology/concept/{concept_id(words)}",
            showAs=legal(words),
        )
        for words in dict.fromkeys(target.indicator for target in reading.targets)
    ]
    meta.append(E("references", lantu, issuer, *concepts, source=_SOURCE))
    proprietary = E("proprietary", source=_SOURCE)
    for target in reading.targets:
        proprietary.append(_target(target_row(target), written.places.get(target.id, "")))
    if len(proprietary):
        meta.append(proprietary)
    return meta


def _identification(document: Document, reading: Reading, title: str) -> Element:
    """Work, expression and manifestation; the work is named by its first year and the text's checksum."""
    year = reading.period.start
    work = f"/akn/cn/doc/plan/{year or 'undated'}/{document.sha256[:16]}"
    expression = f"{work}/zho@"
    day, what = (f"{year}-01-01", "period") if year else (_UNDATED, "unknown")
    identification = E("identification", source=_SOURCE)
    for level, uri in (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.akn")):
        element = E(f"FRBR{level}")
        element.append(E("FRBRthis", value=f"{uri}/!main" if level != "Manifestation" else uri))
        element.append(E("FRBRuri", value=uri))
        if level == "Work":
            element.append(E("FRBRalias", name="title", value=title))
        element.append(E("FRBRdate", date=day, name=what))
        element.append(E("FRBRauthor", href="#issuer" if level == "Work" else _SOURCE))
        if level == "Work":
            element.append(E("FRBRcountry", value="cn"))
        if level == "Expression":
            element.append(E("FRBRlanguage", language="zho"))
        identification.append(element)
    return identification


def _target(row: Mapping[str, object], place: str) -> Element:
    """The record of a target: a key that has no value is left out."""
    element = etree.Element(f"{{{OWN}}}target", nsmap={"lantu": OWN})
    if place:
        element.set("href", f"#{place}")
    for key, value in row.items():
        if key in _TARGET_KEYS_ELSEWHERE or value is None or value == "":
            continue
        text = value if isinstance(value, str) else _text(value)
        element.set(key, legal(text))
    return element


def _text(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)


__all__ = ["NAMESPACE", "OWN", "akoma_ntoso"]
