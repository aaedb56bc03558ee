"""The word lists of reading."""

import re
import tomllib


def test_packs_of_reading_have_no_word_twice(root):
    for path in sorted((root / "src" / "lantu" / "packs").glob("reading_*.toml")):
        for key, words in lists(tomllib.loads(path.read_text(encoding="utf-8"))):
            assert len(words) == len(set(words)), f"{path.name}: {key} repeats {duplicates(words)}"


def lists(data, key=""):
    for name, value in data.items():
        if isinstance(value, dict):
            yield from lists(value, f"{key}{name}.")
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield f"{key}{name}", value


def duplicates(words):
    return sorted({word for word in words if words.count(word) > 1})


def test_every_key_of_the_reading_packs_is_used(root):
    """A list that no rule reads is dead: each key stands in the code outside its own record."""
    reading = root / "src" / "lantu" / "reading"
    code = "".join(path.read_text(encoding="utf-8") for path in reading.rglob("*.py"))
    for path in sorted((root / "src" / "lantu" / "packs").glob("reading_*.toml")):
        for key in keys(tomllib.loads(path.read_text(encoding="utf-8"))):
            assert re.search(rf'\.{key}\b|"{key}"', code), f"{path.name}: no rule reads {key}"


def keys(data):
    """Names of lists and tables; keys that are words or codes themselves are data."""
    for name, value in data.items():
        if name.isidentifier() and name.isascii():
            yield name
        if isinstance(value, dict) and name not in KEYED_BY_CODE:
            yield from keys(value)
        elif isinstance(value, list):
            for item in value:
                yield from keys(item) if isinstance(item, dict) else ()


# by stage of a project, by what is done with a platform, by what a series is called
KEYED_BY_CODE = ("stages", "verbs", "series")
