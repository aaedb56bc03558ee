"""The store: one database, many readers, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import sqlalchemy as sa

from lantu.store import engine as database
from lantu.store import upgrade
from lantu.store.columns import storable
from lantu.store.faults import explained
from lantu.store.reader import Reader
from lantu.store.writer import Writer
from lantu.values import InputError, msg

TIMEOUT = 30.0


class Store:
    """A database of plans, figures and verdicts. Threads may share it: each block has its own connection.

    url: the address it was opened with (it may hold a password; ``name`` is the one to show).
    """

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        self.url = url
        self._parsed = database.parse_url(url)
        self._timeout = timeout
        self.engine = database.make_engine(self._parsed, timeout)
        self._checked = False

    @classmethod
    def open(cls, url: str, timeout: float = TIMEOUT) -> "Store":
        """Open ``sqlite:///path`` or ``postgresql+psycopg://…``; nothing is created or contacted yet.

        timeout: seconds a writer waits for another one. Raises InputError for a URL that cannot be used.
        """
        return cls(url, timeout)

    @property
    def name(self) -> str:
        """The address without its password."""
        return database.shown(self._parsed)

    def migrate(self) -> None:
        """Create the tables, or bring an older database to the present form; nothing to do is quick.

        Two processes may start at once: the second waits and finds the work done. Raises InputError for a
        database that is newer than this program, or that holds something else.
        """
        with explained(self._parsed), self.engine.connect() as connection:
            if upgrade.state(connection) is upgrade.State.PRESENT:
                return
        with self._writing() as connection:
            upgrade.migrate(connection)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A consistent view of the database; never waits for a writer."""
        with explained(self._parsed):
            self._check()
            with self.engine.connect() as connection, database.for_reading(connection).begin():
                yield Reader(connection)

    @contextmanager
    def write(self, actor: str, verb: str, at: datetime) -> Iterator[Writer]:
        """One transaction with its audit record; an error inside leaves everything as it was.

        at: an aware instant. Waits for another writer; raises Conflict when that takes too long.
        """
        if at.tzinfo is None:
            raise ValueError("a write needs an aware instant")
        if not actor or not verb:
            raise ValueError("a write needs an actor and a verb")
        storable(actor)
        self._check()
        with self._writing() as connection:
            writer = Writer(connection, actor, verb, at)
            yield writer
            writer.finish()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with (
            explained(self._parsed),
            self.engine.connect() as connection,
            database.for_writing(connection).begin(),
        ):
            database.lock_for_writing(connection, self._timeout)
            yield connection

    def _check(self) -> None:
        """Once per store: the tables are there and of the form this program knows."""
        if self._checked:
            return
        path = database.sqlite_file(self._parsed)
        if path is not None and not path.exists():  # connecting would leave an empty file behind
            raise InputError(msg("没有数据库文件“{path}”；请核对路径，或先运行 lantu load 建库。", path=path))
        with explained(self._parsed), self.engine.connect() as connection:
            found = upgrade.state(connection)
        if found is not upgrade.State.PRESENT:
            raise InputError(
                msg("数据库“{name}”还没有建表，或是旧版本的；请先运行 lantu load 更新它。", name=self.name)
            )
        self._checked = True
