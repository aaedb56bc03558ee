"""Corrections of readings; of a text also its format, checksum and the way back to cells and pages.

Types are written out here and not taken from the program. Texts kept before were all read as plain text,
which the defaults say.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, _WORD, nullable=False) for name in names]


def _integers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def upgrade() -> None:
    op.add_column("documents", sa.Column("kind", _WORD, nullable=False, server_default="txt"))
    op.add_column("documents", sa.Column("source_sha256", _WORD, nullable=True))
    op.add_column("documents", sa.Column("places", _WORD, nullable=False, server_default="[]"))
    op.create_table(
        "corrections",
        *_words("id", "plan"),
        *_integers("number", "seq"),
        *_words("kind", "subject", "record", "span_document"),
        *_integers("span_start", "span_end"),
        *_words("quote", "before", "behind", "changes", "by"),
        sa.Column("at", _INSTANT, nullable=False),
        *_words("reason", "withdraws"),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name="fk_corrections_plan"),
        sa.UniqueConstraint("plan", "number", name="uq_corrections_plan"),
    )
    _guard()


def _guard() -> None:
    """Corrections accept new rows only, as figures and the audit trail do."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON corrections "
            "FOR EACH STATEMENT EXECUTE FUNCTION lantu_append_only()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER corrections_no_{action.lower()} BEFORE {action} ON corrections "
            "BEGIN SELECT RAISE(ABORT, 'corrections is append-only'); END"
        )
    # Also stops INSERT OR REPLACE, which deletes without asking the DELETE trigger.
    op.execute(
        "CREATE TRIGGER corrections_next BEFORE INSERT ON corrections WHEN NEW.number <> "
        "(SELECT coalesce(max(number), 0) + 1 FROM corrections WHERE plan = NEW.plan) "
        "BEGIN SELECT RAISE(ABORT, 'corrections numbers have no gap'); END"
    )
