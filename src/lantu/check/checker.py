"""Checks the figures of a draft: every rule over one dossier, and what remains of their findings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from lantu.check.answers import Answered, Dismissal, sentence_digest
from lantu.check.dossier import Dossier
from lantu.check.finding import QUIET, Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.report import Report
from lantu.check.rules.average import check_average
from lantu.check.rules.count import check_count
from lantu.check.rules.derived import check_derived
from lantu.check.rules.growth import check_growth
from lantu.check.rules.rank import check_rank
from lantu.check.rules.renamed import check_renamed
from lantu.check.rules.repeated import check_repeated
from lantu.check.rules.share import check_share
from lantu.check.rules.slip import check_slip
from lantu.check.rules.source import check_source
from lantu.check.rules.target import check_target
from lantu.check.rules.total import check_total
from lantu.check.rules.verified import check_verified
from lantu.check.settling import INNER, settled
from lantu.check.statement import Role
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import Confirmed
from lantu.values import msg

Family = Callable[[Dossier], Iterator[Finding]]
RULES: tuple[Family, ...] = (
    check_verified,
    check_source,
    check_derived,
    check_rank,
    check_target,
    check_growth,
    check_share,
    check_total,
    check_average,
    check_count,
    check_repeated,
    check_slip,
    check_renamed,
)
"""Every rule; none looks at another's findings."""
_NOBODY = Confirmed()
_NOTHING = Answered()


def check(
    document: Document,
    knowledge: Knowledge,
    as_of: date,
    *,
    region: str = "",
    confirmed: Confirmed = _NOBODY,
    answered: Answered = _NOTHING,
) -> Report:
    """Check every figure and name of a draft. The same arguments give the same report.

    as_of: the day the draft speaks at; what was published later counts as not yet public.
    region: code of the draft's own region where the caller knows it, else by its title.
    confirmed: what people said phrases mean; answered: what they said of figures and findings.
    """
    draft = read_statements(document, region=region, today=as_of)
    statements = matched(draft.statements, knowledge.registry, confirmed)
    dossier = Dossier(document, replace(draft, statements=statements), knowledge, as_of, answered)
    found = _answered_first([finding for family in RULES for finding in family(dossier)])
    every = settled([*found, *_unsupported(dossier, found)])
    aside = tuple((one, word) for one in every if (word := _dismissed(dossier, one)) is not None)
    dropped = {id(one) for one, _ in aside}
    findings = tuple(one for one in every if id(one) not in dropped)
    return Report(document, dossier.draft, dossier.codes, as_of, findings, aside)


def _answered_first(found: list[Finding]) -> list[Finding]:
    """Where whoever has a figure confirmed one, published values say nothing more about it."""
    answered = {one.statement for one in found if one.verified}
    return [one for one in found if one.verified or one.statement not in answered or one.rule in INNER]


def _dismissed(dossier: Dossier, one: Finding) -> Dismissal | None:
    """Who set a finding aside in an earlier draft."""
    if one.rule in QUIET:
        return None
    digest = sentence_digest(dossier.document, *dossier.sentence(one))
    return dossier.answered.dismissal(one.rule, one.quote, digest)


def _unsupported(dossier: Dossier, found: list[Finding]) -> Iterator[Finding]:
    """无依据 for every figure no rule had anything to say of: a to-do for whoever has it."""
    said = {one.statement for one in found}
    for one in dossier.draft.statements:
        if one.id in said:
            continue
        entry = dossier.knowledge.registry.get(dossier.code(one))
        if one.measure is Role.COUNT:
            what = msg("文中列举的数目，没有可比对的清单；请自行清点。")
        elif entry is None:
            what = msg(
                "没有找到“{phrase}”的依据；请注明来源，或请有关部门核定。", phrase=one.phrase or one.quote
            )
        else:
            who = entry.custodian or "统计部门"
            what = msg("库中没有“{name}”这一时期的数；请 {who} 核定。", name=entry.name, who=who)
        yield Finding(Rule.UNSUPPORTED, one.span, one.quote, what, Confidence.CANNOT_TELL, statement=one.id)
