"""The desk holds so many drafts for so long, and not one more or longer."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.commented_files import report_of

from lantu.documents import Document
from lantu.values import NotFound
from lantu.web import desk as rules
from lantu.web.desk import Desk, DraftOnDesk

BEGIN = datetime(2026, 3, 1, 20, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def draft(name: str = "a", data: bytes = b"") -> DraftOnDesk:
    return DraftOnDesk(report_of(Document.of_text(name, "一段话。"), ()), (), "", 1, data)


def there(desk: Desk, keys: list[str], owner: str = "me") -> list[bool]:
    found = []
    for key in keys:
        try:
            desk.get(key, owner)
            found.append(True)
        except NotFound:
            found.append(False)
    return found


def test_a_draft_goes_when_it_was_not_used_for_long_enough(clock):
    desk = Desk(clock)
    key = desk.put(draft(), "me")
    clock.now += rules.LIFE - timedelta(seconds=1)
    desk.get(key, "me")
    clock.now += rules.LIFE - timedelta(seconds=1)
    assert len(desk) == 1
    clock.now += timedelta(seconds=1)
    assert len(desk) == 0 and there(desk, [key]) == [False]


def test_it_goes_without_anybody_coming_to_look(clock, monkeypatch):
    monkeypatch.setattr(rules, "LIFE", timedelta(seconds=1.2))
    desk = Desk(clock)
    desk.put(draft(), "me")
    clock.now += timedelta(seconds=2)
    timer = desk._timer
    assert timer is not None and timer.daemon
    timer.join(5)
    assert desk._held == {}


def test_the_one_longest_unused_makes_room(clock):
    desk = Desk(clock)
    keys = []
    for number in range(rules.MOST_DRAFTS):
        keys.append(desk.put(draft(str(number)), "me"))
        clock.now += timedelta(seconds=1)
    desk.get(keys[0], "me")
    clock.now += timedelta(seconds=1)
    keys.append(desk.put(draft("last"), "me"))
    assert len(desk) == rules.MOST_DRAFTS
    assert there(desk, keys) == [True, False, *[True] * (rules.MOST_DRAFTS - 1)]


def test_bytes_are_bounded_and_the_new_one_stays(clock, monkeypatch):
    monkeypatch.setattr(rules, "MOST_BYTES", 1000)
    desk = Desk(clock)
    keys = [desk.put(draft(data=b"x" * size), "me") for size in (300, 300, 900)]
    assert there(desk, keys) == [False, False, True]


def test_only_the_browser_that_brought_it_gets_it(clock):
    desk = Desk(clock)
    key = desk.put(draft(), "me")
    assert there(desk, [key], "you") == [False]
    with pytest.raises(NotFound):
        desk.drop(key, "you")
    with pytest.raises(NotFound):
        desk.take(key, "you", 3, taken=True)
    desk.take(key, "me", 3, taken=True)
    assert desk.get(key, "me").taken == {3}
    desk.drop(key, "me")
    assert there(desk, [key]) == [False]


def test_addresses_cannot_be_guessed(clock):
    desk = Desk(clock)
    keys = {desk.put(draft(), "me") for _ in range(10)}
    assert len(keys) == 10 and all(len(key) >= 32 for key in keys)
