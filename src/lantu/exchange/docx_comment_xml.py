"""A comment as WordprocessingML: who, when, and its paragraphs."""

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from lantu.documents.written import clean
from lantu.exchange.docx_comment_text import Line
from lantu.texts import Language, render
from lantu.values import msg

_TONGUES = {Language.ZH: "zh-CN", Language.HANT: "zh-TW", Language.EN: "en-US"}
_SIZE = '<w:sz w:val="21"/>'  # that of Word's own style for references, for documents that lack it


class CommentXml:
    """Writes comments in one language, dated ``now``, with the styles a document has for them."""

    def __init__(self, styles: Mapping[str, str], now: datetime, language: Language) -> None:
        author = render(msg("蓝图核数"), language)
        initials = author[:1] if language is Language.EN else author[:2]
        day = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._who = f'w:author={quoteattr(author)} w:date="{day}" w:initials={quoteattr(initials)}'
        style = styles.get("annotation reference", "")
        self.reference = f"<w:rStyle w:val={quoteattr(style)}/>" if style else _SIZE
        paragraph = styles.get("annotation text", "")
        self._paragraph = f"<w:pPr><w:pStyle w:val={quoteattr(paragraph)}/></w:pPr>" if paragraph else ""
        self._language = _language(language)

    def comment(self, number: int, lines: tuple[Line, ...]) -> str:
        """A comment; its first paragraph begins with the sign that refers back."""
        sign = f"<w:r><w:rPr>{self.reference}</w:rPr><w:annotationRef/></w:r>"
        body = "".join(
            f"<w:p>{self._paragraph}{sign if index == 0 else ''}{self._words(line)}</w:p>"
            for index, line in enumerate(lines)
        )
        return f'<w:comment w:id="{number}" {self._who}>{body}</w:comment>'

    def _words(self, line: Line) -> str:
        return self._run(line.bold, "<w:b/>") + self._run(line.text, "")

    def _run(self, text: str, more: str) -> str:
        if not text:
            return ""
        properties = f'<w:rPr><w:rFonts w:hint="eastAsia"/>{more}{self._language}</w:rPr>'
        kept = escape(" ".join(clean(text).split("\n")))
        return f'<w:r>{properties}<w:t xml:space="preserve">{kept}</w:t></w:r>'


def _language(language: Language) -> str:
    tongue = _TONGUES[language]
    if language is Language.EN:
        return f'<w:lang w:val="{tongue}" w:eastAsia="zh-CN"/>'
    return f'<w:lang w:eastAsia="{tongue}"/>'
