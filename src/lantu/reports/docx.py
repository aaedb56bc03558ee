"""A report as DOCX in the layout of an official document (GB/T 9704-2012).

The parts are written whole, without a template, so that every font, style and id is ours and the same content
with the same time gives the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from lantu.reports.content import Report
from lantu.reports.docx_body import body
from lantu.reports.docx_fonts import font_table, numbering
from lantu.reports.docx_sections import FOOT_PARTS, foot_part, settings
from lantu.reports.docx_styles import styles
from lantu.reports.docx_text import Making, footnotes, picture_id
from lantu.reports.layout import LAYOUTS
from lantu.reports.ooxml import Element, el, pack, xml_bytes

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE_OF = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    **{
        f"word/{name}.xml": f"{_WORD}.{'header' if name.startswith('header') else 'footer'}+xml"
        for name in FOOT_PARTS
    },
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_RELATED = ("styles", "settings", "fontTable", "numbering", "footnotes")


def to_docx(report: Report, at: datetime) -> bytes:
    """Write the report.

    at: the instant written into the file's properties; the same report and instant give the same bytes.
    """
    layout = LAYOUTS[report.language]
    making = Making(layout, {name: f"rIdFoot{place}" for place, name in enumerate(FOOT_PARTS, 1)})
    document = el("w:document", None, body(making, report), root=True)
    roots = {
        "word/document.xml": document,
        "word/styles.xml": styles(layout),
        "word/settings.xml": settings(layout),
        "word/fontTable.xml": font_table(layout),
        "word/numbering.xml": numbering(layout, making.ordered),
        "word/footnotes.xml": footnotes(making),
        **{f"word/{name}.xml": foot_part(name, layout) for name in FOOT_PARTS},
        "docProps/core.xml": core(report, layout.tag, at),
        "docProps/app.xml": el("ap:Properties", None, el("ap:Application", None, "Lantu")),
    }
    return pack(_parts(roots, making))


def _parts(roots: dict[str, Element], making: Making) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", xml_bytes(_content_types())
    yield "_rels/.rels", xml_bytes(_package_relations())
    for name, root in roots.items():
        yield name, xml_bytes(root)
    yield "word/_rels/document.xml.rels", xml_bytes(_document_relations(making))
    for name, data in making.pictures:
        yield f"word/{name}", data


def _content_types() -> Element:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "svg": "image/svg+xml",
    }
    return el(
        "ct:Types",
        None,
        *(el("ct:Default", {"Extension": key, "ContentType": kind}) for key, kind in defaults.items()),
        *(
            el("ct:Override", {"PartName": f"/{name}", "ContentType": kind})
            for name, kind in _MADE_OF.items()
        ),
    )


def _relations(targets: list[tuple[str, str, str]]) -> Element:
    made = [
        el("rel:Relationship", {"Id": key, "Type": kind, "Target": target}) for key, kind, target in targets
    ]
    return el("rel:Relationships", None, *made)


def _package_relations() -> Element:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", package, "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations(making: Making) -> Element:
    targets = [(f"rId{place}", f"{_OFFICE}/{name}", f"{name}.xml") for place, name in enumerate(_RELATED, 1)]
    for name, key in making.footers.items():
        targets.append((key, f"{_OFFICE}/{name.partition('_')[0]}", f"{name}.xml"))
    for place, (name, _) in enumerate(making.pictures, 1):
        targets.append((picture_id(place), f"{_OFFICE}/image", name))
    return _relations(targets)


def core(report: Report, tag: str, at: datetime) -> Element:
    """docProps/core.xml: title, issuer as author, subject, keywords, language and the one time."""
    instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    times = [
        el(f"dcterms:{name}", {"xsi:type": "dcterms:W3CDTF"}, instant) for name in ("created", "modified")
    ]
    return el(
        "cp:coreProperties",
        None,
        el("dc:title", None, report.title.replace("\n", "")),
        el("dc:subject", None, report.subject),
        el("dc:creator", None, report.issuer),
        el("cp:keywords", None, "、".join(report.keywords)),
        el("cp:lastModifiedBy", None, report.issuer),
        el("cp:revision", None, "1"),
        *times,
        el("dc:language", None, tag),
    )
