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
    evidence = (Evidence("5.2%", Source("统计公报", "统计局"), published_on=date(2026, 3, 1)),)
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
        told = {name: "new" for name in has - had} | {name: "gone" for name in had - has}
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
