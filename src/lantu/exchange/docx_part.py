"""The part of a Word document that holds its comments: grown, or made and registered when there is none."""

from collections.abc import Sequence
from posixpath import basename, dirname, join, relpath
from xml.sax.saxutils import quoteattr

from lantu.documents.docx_traced import TracedDocx
from lantu.documents.numbering import W
from lantu.documents.package import Element
from lantu.documents.raw_parts import as_utf8, places, put_inside
from lantu.values import InputError, msg

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_NAMING = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


class CommentsPart:
    """The comments a document has, and the parts that change when it gets more.

    next_number: of the first comment to add; count: of those there are; space: the name space of the
    document's elements; styles: ids of its styles for comments by their names in lower case.
    """

    def __init__(self, traced: TracedDocx) -> None:
        self._package, self._main = traced.package, traced.path
        self._strict = _STRICT.encode() in (self._package.bytes_of(self._main) or b"")
        self.space = _STRICT if self._strict else W.strip("{}")
        parts = dict(self._package.related(self._main).values())
        path = parts.get("comments", "")
        root = self._package.xml(path) if path else None
        self._path = "" if root is None else path
        own = [] if root is None else [one.get(f"{W}id", "") for one in root.iter(f"{W}comment")]
        used = (*own, *(one.get(f"{W}id", "") for one in traced.root.iter(*_NAMING)))
        self.count = len(own)
        self.next_number = max((int(one) for one in used if one.isdigit() and len(one) < 9), default=-1) + 1
        self.styles = _styles(self._package.xml(parts["styles"]) if "styles" in parts else None)

    def with_more(self, comments: Sequence[str]) -> dict[str, bytes]:
        """Parts by path, with more comments (XML whose prefix ``w:`` is declared here)."""
        inner = "".join(comments)
        if not self._path:
            path = self._free(join(dirname(self._main), "comments{n}.xml"))
            made = f'{HEAD}<w:comments xmlns:w="{self.space}">{inner}</w:comments>'
            return {path: made.encode(), **self._registered(path)}
        data, root = self._part(self._path)
        place = places(data, root, [root])[root]
        if place.prefix != b"w:":
            inner = inner.replace("<w:comment ", f'<w:comment xmlns:w="{self.space}" ')
        return {self._path: put_inside(data, place, inner.encode())}

    def _registered(self, path: str) -> dict[str, bytes]:
        """The list of types and the relations of the main part, the part of comments named in them."""
        rels = join(dirname(self._main), "_rels", f"{basename(self._main)}.rels")
        known = set(self._package.related(self._main))
        ids = known | self._outside(rels)
        number = next(n for n in range(1, len(ids) + 2) if f"rIdComments{n}" not in ids)
        relation = (
            f'Relationship Id="rIdComments{number}" Type="{_KINDS[self._strict]}" '
            f"Target={quoteattr(relpath(path, dirname(self._main) or '.'))}/>"
        )
        if not self._package.has(rels):
            made = f'{HEAD}<Relationships xmlns="{_RELATIONS}"><{relation}</Relationships>'
            return {rels: made.encode(), **self._typed(path)}
        return {rels: self._grown(rels, relation), **self._typed(path)}

    def _typed(self, path: str) -> dict[str, bytes]:
        entry = f'Override PartName={quoteattr("/" + path)} ContentType="{_WORD}comments+xml"/>'
        return {_TYPES: self._grown(_TYPES, entry)}

    def _grown(self, path: str, entry: str) -> bytes:
        """A part whose root gets one more child, named in the way of the root."""
        data, root = self._part(path)
        place = places(data, root, [root])[root]
        return put_inside(data, place, b"<" + place.prefix + entry.encode())

    def _part(self, path: str) -> tuple[bytes, Element]:
        root, data = self._package.xml(path), self._package.bytes_of(path)
        if root is None or data is None:
            raise self._package.broken()
        return as_utf8(data, root), root

    def _outside(self, rels: str) -> set[str]:
        """Ids of all relations, those to the outside too."""
        root = self._package.xml(rels)
        return set() if root is None else {one.get("Id", "") for one in root.iter("*")}

    def _free(self, pattern: str) -> str:
        """A path no part has yet."""
        n = 0
        while self._package.has(path := pattern.format(n=n or "")):
            n += 1
        return path


def refuse_other_kinds(traced: TracedDocx, name: str) -> None:
    """Refuse templates and documents with macros: Word opens them under their own endings alone."""
    root = traced.package.xml(_TYPES)
    for one in root.iter("*") if root is not None else ():
        own = one.get("PartName", "").lower() == f"/{traced.path}".lower()
        if (
            own
            and one.get("ContentType", "").endswith((".main+xml", "/xml"))
            and not one.get("ContentType", "").endswith("document.main+xml")
        ):
            raise InputError(msg("“{name}”是模板或带宏的文档，不能加批注；请先另存为 docx 再核。", name=name))


def _styles(root: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in root.iter(f"{W}style") if root is not None else ():
        name = one.find(f"{W}name")
        if name is not None:
            found.setdefault(name.get(f"{W}val", "").lower(), one.get(f"{W}styleId", ""))
    return found
