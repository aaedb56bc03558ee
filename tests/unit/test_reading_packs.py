"""The word lists of reading."""

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
