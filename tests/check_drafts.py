"""Short made-up drafts with all that a rule is given."""

from dataclasses import replace
from datetime import date

from lantu.check.dossier import Dossier
from lantu.check.finding import Finding
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import shipped_registry

TITLE = "辽宁省2025年国民经济和社会发展计划执行情况报告\n\n"
DAY = date(2026, 2, 1)


def dossier_of(text: str) -> Dossier:
    """The dossier of a report on 2025 with this text, nothing known from outside."""
    registry = shipped_registry()
    document = Document.of_text("draft.txt", f"{TITLE}{text}\n")
    draft = read_statements(document, region="210000", today=DAY)
    draft = replace(draft, statements=matched(draft.statements, registry))
    return Dossier(document, draft, Knowledge((), (), (), registry), DAY)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """The figures found at fault with what is expected."""
    return [(one.quote, one.expected) for one in findings]
