"""Alembic's entry: runs the scripts on the connection handed in, inside the caller's transaction."""

from alembic import context

from lantu.store.schema import metadata
from lantu.store.upgrade import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
