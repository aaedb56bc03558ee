"""Word drafts with comments at figures: made, marked, taken apart again."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

from lxml import etree

from lantu.check import Evidence, Finding, Report, Rule
from lantu.check.statements import read_statements
from lantu.documents import Document, read_bytes
from lantu.documents.numbering import W
from lantu.exchange.docx_comments import commented
from lantu.texts import Language
from lantu.values import Source, msg

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
DAY = date(2026, 3, 5)
MARKS = frozenset(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def finding(document: Document, quote: str, nth: int = 0, rule: Rule = Rule.SOURCE, **more) -> Finding:
    """A finding on the nth place a text is written at."""
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(quote, at + 1)
    evidence = (Evidence("5.2%", Source("统计公报", "统计局"), period="2025"),)
    given = {"expected": "5.2%", "evidence": evidence, **more}
    return Finding(
        rule, document.span(at, at + len(quote)), quote, msg("与公布的 {n} 不同。", n="5.2%"), **given
    )


def report_of(document: Document, findings) -> Report:
    draft = read_statements(document, region="", today=DAY)
    return Report(document, draft, ("",) * len(draft.statements), DAY, tuple(findings))


def mark(data: bytes, *quotes, language: Language = Language.ZH, name: str = "draft.docx") -> bytes:
    """The file with a comment at each quote; (quote, n) is the place it is written at the nth time."""
    document, _ = read_bytes(name, data)
    asked = [one if isinstance(one, tuple) else (one, 0) for one in quotes]
    found = [finding(document, quote, nth) for quote, nth in asked]
    return commented(report_of(document, found), data, NOW, language)


def part(data: bytes, path: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(path)


def body(data: bytes):
    return etree.fromstring(part(data, "word/document.xml"))


def texts(data: bytes) -> str:
    """All words of the body, those in both renderings of boxes and in deletions too."""
    return "".join(one.text or "" for one in body(data).iter(f"{W}t", f"{W}delText", f"{W}instrText"))


def formats(data: bytes) -> list[tuple]:
    """For each character of the body how its run looks, and what lies around it up to the root."""
    found = []
    for leaf in body(data).iter(f"{W}t"):
        run = leaf.getparent()
        own = run.find(f"{W}rPr")
        look = b"" if own is None else etree.tostring(own, with_tail=False)
        around = tuple(one.tag for one in leaf.iterancestors())
        found += [(char, look, tuple(run.attrib.items()), around) for char in leaf.text or ""]
    return found


def covered(data: bytes) -> dict[int, str]:
    """By number of a comment, the words its range covers in the body."""
    open_ones: set[str] = set()
    words: dict[str, str] = {}
    for one in body(data).iter("*"):
        number = one.get(f"{W}id", "")
        if one.tag == f"{W}commentRangeStart":
            open_ones.add(number)
            words[number] = ""
        elif one.tag == f"{W}commentRangeEnd":
            open_ones.remove(number)
        elif one.tag == f"{W}t":
            for number in open_ones:
                words[number] += one.text or ""
    assert not open_ones
    return {int(number): text for number, text in words.items()}


def comments(data: bytes) -> dict[int, list[str]]:
    """By number, the paragraphs of each comment."""
    root = etree.fromstring(part(data, "word/comments.xml"))
    return {
        int(one.get(f"{W}id")): ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in one.iter(f"{W}p")]
        for one in root.iter(f"{W}comment")
    }


def without_marks(data: bytes) -> bytes:
    """The body with ranges and references taken out, runs parted by them left as they are."""
    root = body(data)
    for one in list(root.iter(*MARKS)):
        gone = one.getparent() if one.tag == f"{W}commentReference" else one
        gone.getparent().remove(gone)
    return etree.tostring(root)


def changed_parts(before: bytes, after: bytes) -> dict[str, str]:
    """Names of the members that are not byte for byte what they were: "changed", "new", "gone"."""
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        assert new.testzip() is None
        had, has = set(old.namelist()), set(new.namelist())
        told = dict.fromkeys(has - had, "new") | dict.fromkeys(had - has, "gone")
        return told | {name: "changed" for name in had & has if old.read(name) != new.read(name)}


def same_but_for_comments(before: bytes, after: bytes, name: str = "draft.docx") -> None:
    """Words, looks, everything around them, and the text as read are what they were."""
    assert texts(before) == texts(after)
    assert formats(before) == formats(after)
    assert read_bytes(name, before)[0] == read_bytes(name, after)[0]
    told = changed_parts(before, after)
    allowed = {
        "word/document.xml",
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert set(told) <= allowed, told
    assert "gone" not in told.values()


SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NOTE_SIGNS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)


def note(kind: str, number: int, inner: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p>{inner}</w:p></w:{kind}>'


def word_file(
    inner: str, *, main: str = "document.main+xml", more: dict[str, bytes] | None = None, **parts: str
) -> bytes:
    """A Word file of body XML that Word and LibreOffice open; parts: what is inside of footnotes and so on."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>' for name in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts, 1)
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, data: str | bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, (2025, 6, 7, 8, 9, 10)), data, zipfile.ZIP_DEFLATED)

        put(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="html" ContentType="text/html"/><Default Extension="docx" ContentType="{WORD}.document"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.{main}"/>{overrides}</Types>',
        )
        put(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        put(
            "word/document.xml",
            f'{HEAD}<w:document {SPACES} mc:Ignorable=""><w:body>{inner}</w:body></w:document>',
        )
        kinds = {"html": ("rIdC", "aFChunk"), "docx": ("rIdC", "aFChunk"), "xml": ("rIdD", "diagramData")}
        for name in more or ():
            number, kind = kinds[name.rpartition(".")[2]]
            relations += (
                f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
            )
        put(
            "word/_rels/document.xml.rels",
            f'{HEAD}<Relationships xmlns="{RELS}">{relations}</Relationships>',
        )
        for name, own in parts.items():
            signs = NOTE_SIGNS.format(name[:-1]) if name.endswith("notes") else ""
            put(f"word/{name}.xml", f"{HEAD}<w:{name} {SPACES}>{signs}{own}</w:{name}>")
        for name, data in (more or {}).items():
            put(name, data)
    return out.getvalue()


def run(text: str, look: str = "", space: bool = False) -> str:
    kept = ' xml:space="preserve"' if space else ""
    own = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{own}<w:t{kept}>{text}</w:t></w:r>"


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def box(*inner: str) -> str:
    """A text box as Word writes it: a shape, and the older picture of it with the same words."""
    held = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2000000" cy="600000"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{held}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:150pt;height:50pt"><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
