"""First tables: plans, targets, figures, verdicts, entries, documents, the audit chain and its guards.

Types are written out here and not taken from the program: this file says what was, whatever comes later.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_EXACT = sa.Text().with_variant(sa.Numeric(), "postgresql")
_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")

APPEND_ONLY = ("audit", "observations")


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, _WORD, nullable=False) for name in names]


def _perhaps(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names]


def _integer(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False, autoincrement=False)


def _span(prefix: str) -> list[sa.Column[Any]]:
    return [
        *_perhaps(_WORD, f"{prefix}_document"),
        *_perhaps(sa.Integer(), f"{prefix}_start", f"{prefix}_end"),
    ]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def upgrade() -> None:
    _plans()
    _targets()
    _observations()
    _verdicts()
    _paper()
    _audit()
    if op.get_bind().dialect.name == "postgresql":
        _guard_postgresql()
    else:
        _guard_sqlite()


def _plans() -> None:
    op.create_table(
        "sources",
        *_words("digest", "title", "publisher", "url"),
        *_perhaps(sa.Date(), "seen_on"),
        _key("sources", "digest"),
    )
    op.create_table("documents", *_words("sha256", "name", "encoding", "text"), _key("documents", "sha256"))
    op.create_table("cases", *_words("name", "digest"), _key("cases", "name"))
    op.create_table(
        "plans",
        *_words("id", "title", "kind", "rank", "region", "period", "issuer"),
        *_perhaps(sa.Date(), "published_on"),
        *_perhaps(sa.Integer(), "vision_year"),
        *_words("document"),
        *_perhaps(_WORD, "source"),
        *_words("parents", "title_en"),
        _key("plans", "id"),
        _to("plans", "source", "sources.digest"),
    )
    op.create_table(
        "sections",
        *_words("plan", "eid"),
        _integer("position"),
        *_words("kind"),
        _integer("number"),
        *_words("label", "title", "parent"),
        *_span("span"),
        *_span("heading"),
        _key("sections", "plan", "eid"),
        _to("sections", "plan", "plans.id"),
    )


def _targets() -> None:
    op.create_table(
        "targets",
        *_words("id", "plan", "quote", "indicator", "comparator"),
        *_perhaps(_EXACT, "value"),
        *_words("unit", "mode", "direction"),
        *_perhaps(_EXACT, "value_max"),
        *_words("qualifier"),
        *_perhaps(sa.Integer(), "deadline", "deadline_inferred"),
        *_words("base", "scope", "strength", "binding", "tier", "section", "indicator_code"),
        *_perhaps(_WORD, "baseline_period"),
        *_perhaps(_EXACT, "baseline_value"),
        *_perhaps(_WORD, "baseline_basis"),
        *_perhaps(sa.Boolean(), "baseline_estimated"),
        *_perhaps(_WORD, "reference_relation", "reference_indicator", "reference_region"),
        *_perhaps(_EXACT, "reference_margin"),
        *_words("basis", "region", "note"),
        *_span("span"),
        _key("targets", "id"),
        _to("targets", "plan", "plans.id"),
    )
    op.create_index("ix_targets_plan", "targets", ["plan"])
    op.create_index("ix_targets_indicator_code", "targets", ["indicator_code"])


def _observations() -> None:
    op.create_table(
        "observations",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("key"),
        _integer("seq"),
        *_words("indicator", "region", "period"),
        sa.Column("value", _EXACT, nullable=False),
        *_words("unit", "vintage", "source", "basis", "bound"),
        *_perhaps(sa.Date(), "published_on"),
        sa.Column("published_inferred", sa.Boolean(), nullable=False),
        *_words("note"),
        _key("observations", "id"),
        _to("observations", "source", "sources.digest"),
        sa.UniqueConstraint("key", "seq", name="uq_observations_key"),
    )
    op.create_index("ix_observations_indicator", "observations", ["indicator", "region"])


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        *_words("target"),
        sa.Column("as_of", sa.Date(), nullable=False),
        _integer("data_version"),
        *_words("scheme", "plan", "status", "tier", "payload"),
        _key("verdicts", "target", "as_of", "data_version", "scheme"),
        _to("verdicts", "target", "targets.id"),
        _to("verdicts", "plan", "plans.id"),
    )
    op.create_index("ix_verdicts_plan", "verdicts", ["plan", "data_version", "as_of", "scheme"])


def _paper() -> None:
    op.create_table(
        "blanks",
        *_words("plan"),
        _integer("position"),
        *_words("no", "indicator", "unit", "binding", "indicator_code", "hint"),
        _key("blanks", "plan", "position"),
        _to("blanks", "plan", "plans.id"),
    )
    op.create_table(
        "entries",
        *_words("plan", "row", "no", "indicator", "unit"),
        *_perhaps(sa.Integer(), "baseline_year"),
        *_perhaps(_EXACT, "baseline"),
        *_perhaps(sa.Integer(), "target_year"),
        *_perhaps(_WORD, "comparator"),
        *_perhaps(_EXACT, "target", "target_max", "growth"),
        *_words("growth_kind", "binding", "page", "entered_by"),
        sa.Column("entered_at", _INSTANT, nullable=False),
        *_words("state"),
        _key("entries", "plan", "row"),
        _to("entries", "plan", "plans.id"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        _integer("seq"),
        *_words("previous", "actor", "verb"),
        sa.Column("at", _INSTANT, nullable=False),
        *_words("algorithm", "payload_hash", "hash"),
        _key("audit", "seq"),
        sa.UniqueConstraint("previous", name="uq_audit_previous"),
        sa.UniqueConstraint("hash", name="uq_audit_hash"),
    )
    op.create_table(
        "audit_payloads",
        _integer("seq"),
        *_words("salt", "payload"),
        _key("audit_payloads", "seq"),
        _to("audit_payloads", "seq", "audit.seq"),
    )


def _guard_sqlite() -> None:
    """Refuse changes below the program: rows added once stay, a payload may only be erased whole."""
    for table, action in [
        *((t, a) for t in APPEND_ONLY for a in ("UPDATE", "DELETE")),
        ("audit_payloads", "UPDATE"),
    ]:
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    # Also stops INSERT OR REPLACE, which deletes without asking the DELETE trigger.
    op.execute(
        "CREATE TRIGGER audit_next BEFORE INSERT ON audit "
        "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) "
        "BEGIN SELECT RAISE(ABORT, 'audit numbers have no gap'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION lantu_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    op.execute(
        "CREATE FUNCTION lantu_audit_next() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) THEN "
        "RAISE EXCEPTION 'audit numbers have no gap'; END IF; RETURN NEW; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION lantu_append_only()"
        )
    op.execute(
        "CREATE TRIGGER audit_payloads_no_update BEFORE UPDATE ON audit_payloads "
        "FOR EACH STATEMENT EXECUTE FUNCTION lantu_append_only()"
    )
    op.execute(
        "CREATE TRIGGER audit_next BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION lantu_audit_next()"
    )
