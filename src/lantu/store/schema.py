"""The tables. A change here needs a migration; a test compares the two on both databases.

Permanent ids are words (``liaoning-14fyp.0017``) and never reused. Spans are stored without a foreign key
to ``documents``: a case knows where a figure stands in a text the store does not have.
"""

from typing import Any

import sqlalchemy as sa

from lantu.store.columns import Exact, Instant, PeriodCode, Word, Words

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _word(name: str) -> sa.Column[Any]:
    return sa.Column(name, Word(), nullable=False)


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _perhaps(name: str, kind: type[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind(), nullable=True)


def _span(prefix: str) -> list[sa.Column[Any]]:
    return [
        _perhaps(f"{prefix}_document", Word),
        _perhaps(f"{prefix}_start", sa.Integer),
        _perhaps(f"{prefix}_end", sa.Integer),
    ]


def _to(name: str, table: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, Word(), sa.ForeignKey(table), nullable=null, primary_key=key)


sources = sa.Table(
    "sources",
    metadata,
    sa.Column("digest", Word(), primary_key=True),
    _word("title"),
    _word("publisher"),
    _word("url"),
    _perhaps("seen_on", sa.Date),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("sha256", Word(), primary_key=True),
    _word("name"),
    _word("encoding"),
    _word("text"),
    sa.Column("kind", Word(), nullable=False, server_default="txt"),
    _perhaps("source_sha256", Word),
    sa.Column("places", Word(), nullable=False, server_default="[]"),
)

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("id", Word(), primary_key=True),
    _word("title"),
    _word("kind"),
    _word("rank"),
    _word("region"),
    sa.Column("period", PeriodCode(), nullable=False),
    _word("issuer"),
    _perhaps("published_on", sa.Date),
    _perhaps("vision_year", sa.Integer),
    _word("document"),
    _to("source", "sources.digest", null=True),
    _words("parents"),
    _word("title_en"),
)

sections = sa.Table(
    "sections",
    metadata,
    _to("plan", "plans.id", key=True),
    sa.Column("eid", Word(), primary_key=True),
    _number("position"),
    _word("kind"),
    _number("number"),
    _word("label"),
    _word("title"),
    _word("parent"),
    *_span("span"),
    *_span("heading"),
)

targets = sa.Table(
    "targets",
    metadata,
    sa.Column("id", Word(), primary_key=True),
    _to("plan", "plans.id"),
    _word("quote"),
    _word("indicator"),
    _word("comparator"),
    _perhaps("value", Exact),
    _word("unit"),
    _word("mode"),
    _word("direction"),
    _perhaps("value_max", Exact),
    _word("qualifier"),
    _perhaps("deadline", sa.Integer),
    _perhaps("deadline_inferred", sa.Integer),
    _word("base"),
    _word("scope"),
    _word("strength"),
    _word("binding"),
    _word("tier"),
    _word("section"),
    _word("indicator_code"),
    _perhaps("baseline_period", PeriodCode),
    _perhaps("baseline_value", Exact),
    _perhaps("baseline_basis", Words),
    _perhaps("baseline_estimated", sa.Boolean),
    _perhaps("reference_relation", Word),
    _perhaps("reference_indicator", Word),
    _perhaps("reference_region", Word),
    _perhaps("reference_margin", Exact),
    _words("basis"),
    _word("region"),
    _word("note"),
    *_span("span"),
    sa.Index("ix_targets_plan", "plan"),
    sa.Index("ix_targets_indicator_code", "indicator_code"),
)

# Append-only. ``key`` is the digest of the natural key, ``seq`` the audit record that brought the row:
# of the rows with one key the highest seq is in force, the others say what the store knew before.
observations = sa.Table(
    "observations",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    _word("key"),
    _number("seq"),
    _word("indicator"),
    _word("region"),
    sa.Column("period", PeriodCode(), nullable=False),
    sa.Column("value", Exact(), nullable=False),
    _word("unit"),
    _word("vintage"),
    _to("source", "sources.digest"),
    _words("basis"),
    _word("bound"),
    _perhaps("published_on", sa.Date),
    _flag("published_inferred"),
    _word("note"),
    sa.UniqueConstraint("key", "seq"),
    sa.Index("ix_observations_indicator", "indicator", "region"),
)

# One row per target, day, state of the store and packs in force; ``payload`` is the whole record.
verdicts = sa.Table(
    "verdicts",
    metadata,
    _to("target", "targets.id", key=True),
    sa.Column("as_of", sa.Date(), primary_key=True),
    sa.Column("data_version", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("scheme", Word(), primary_key=True),
    _to("plan", "plans.id"),
    _word("status"),
    _word("tier"),
    _word("payload"),
    sa.Index("ix_verdicts_plan", "plan", "data_version", "as_of", "scheme"),
)

blanks = sa.Table(
    "blanks",
    metadata,
    _to("plan", "plans.id", key=True),
    sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
    _word("no"),
    _word("indicator"),
    _word("unit"),
    _word("binding"),
    _word("indicator_code"),
    _word("hint"),
)

# ``row`` is the row number, or the indicator's name where the table has no numbers.
entries = sa.Table(
    "entries",
    metadata,
    _to("plan", "plans.id", key=True),
    sa.Column("row", Word(), primary_key=True),
    _word("no"),
    _word("indicator"),
    _word("unit"),
    _perhaps("baseline_year", sa.Integer),
    _perhaps("baseline", Exact),
    _perhaps("target_year", sa.Integer),
    _perhaps("comparator", Word),
    _perhaps("target", Exact),
    _perhaps("target_max", Exact),
    _perhaps("growth", Exact),
    _word("growth_kind"),
    _word("binding"),
    _word("page"),
    _word("entered_by"),
    sa.Column("entered_at", Instant(), nullable=False),
    _word("state"),
)

# Append-only; ``number`` counts the corrections of a plan, ``seq`` is the audit record that brought the row,
# ``changes`` the canonical JSON of what was changed.
corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("id", Word(), primary_key=True),
    _to("plan", "plans.id"),
    _number("number"),
    _number("seq"),
    _word("kind"),
    _word("subject"),
    _word("record"),
    _word("span_document"),
    _number("span_start"),
    _number("span_end"),
    _word("quote"),
    _word("before"),
    _word("behind"),
    _word("changes"),
    _word("by"),
    sa.Column("at", Instant(), nullable=False),
    _word("reason"),
    _word("withdraws"),
    sa.UniqueConstraint("plan", "number"),
)

# Append-only; ``payload`` is the whole record as canonical JSON, ``seq`` the audit record that brought it.
answers = sa.Table(
    "answers",
    metadata,
    sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
    _number("seq"),
    _word("kind"),
    _word("payload"),
)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("name", Word(), primary_key=True),
    _word("digest"),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("previous", Word(), nullable=False, unique=True),
    _word("actor"),
    _word("verb"),
    sa.Column("at", Instant(), nullable=False),
    _word("algorithm"),
    _word("payload_hash"),
    sa.Column("hash", Word(), nullable=False, unique=True),
)

audit_payloads = sa.Table(
    "audit_payloads",
    metadata,
    sa.Column("seq", sa.Integer(), sa.ForeignKey("audit.seq"), primary_key=True, autoincrement=False),
    _word("salt"),
    _word("payload"),
)
