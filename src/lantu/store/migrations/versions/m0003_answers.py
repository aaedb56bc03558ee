"""Answers people give when a draft is checked: what a phrase names, figures confirmed, findings set aside.

Types are written out here and not taken from the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("payload", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_answers"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER answers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answers "
            "FOR EACH STATEMENT EXECUTE FUNCTION lantu_append_only()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER answers_no_{action.lower()} BEFORE {action} ON answers "
            "BEGIN SELECT RAISE(ABORT, 'answers is append-only'); END"
        )
    # Also stops INSERT OR REPLACE, which deletes without asking the DELETE trigger.
    op.execute(
        "CREATE TRIGGER answers_next BEFORE INSERT ON answers WHEN NEW.number <> "
        "(SELECT coalesce(max(number), 0) + 1 FROM answers) "
        "BEGIN SELECT RAISE(ABORT, 'answers numbers have no gap'); END"
    )
