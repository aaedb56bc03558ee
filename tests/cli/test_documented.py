"""Every verb, option and setting stands in the reference, and the reference names no others."""

import re

import typer.main

from lantu.cli.app import app
from lantu.cli.settings import SETTINGS


def options(command):
    for parameter in command.params:
        if parameter.param_type_name == "option" and parameter.name != "help":
            yield from parameter.opts


def verbs():
    def walk(name, command):
        inner = getattr(command, "commands", None)
        if inner is None:
            yield name, command
        else:
            for verb, sub in inner.items():
                yield from walk(f"{name} {verb}", sub)

    yield from walk("lantu", typer.main.get_command(app))


def sections(text):
    parts = re.split(r"^## `(lantu [a-z ]*[a-z])[^`]*`$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_verb_and_option_is_in_the_reference(root):
    written = sections((root / "docs/reference/command-line.md").read_text(encoding="utf-8"))
    assert {name for name, _ in verbs()} == set(written)
    for name, command in verbs():
        for option in options(command):
            assert f"`{option}`" in written[name] or f"`{option} " in written[name], (name, option)


def test_every_setting_is_in_the_reference_with_its_default(root):
    text = (root / "docs/reference/command-line.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(LANTU_\w+)` \| `([^`]*)` \|", text, flags=re.MULTILINE))
    assert rows == {setting.name: setting.default for setting in SETTINGS}
