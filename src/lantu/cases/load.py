"""Loads a shipped case."""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from lantu.cases.case import Case
from lantu.cases.files import FILES, read_observations, read_sections, unlines
from lantu.plan import BlankRow, Plan, Target
from lantu.values import NotFound, msg


def _folder() -> Traversable:
    return files(__name__.rpartition(".")[0])


@cache
def names() -> tuple[str, ...]:
    """Names of the shipped cases, sorted."""
    return tuple(sorted(f.name for f in _folder().iterdir() if f.joinpath(FILES[0]).is_file()))


def load_case(name: str) -> Case:
    """The case of this name; raises NotFound naming those there are."""
    if name not in names():
        raise NotFound(
            msg("没有名为“{name}”的案例；可用的有：{known}。", name=name, known="、".join(names()))
        )
    return read_case(_folder().joinpath(name))


def read_case(folder: Traversable) -> Case:
    """Read the files of a case from its folder."""
    texts = {file: folder.joinpath(file).read_text(encoding="utf-8") for file in FILES}
    about = json.loads(texts["case.json"])
    plans: tuple[Plan, ...] = unlines(texts["plans.jsonl"], Plan)
    targets: tuple[Target, ...] = unlines(texts["targets.jsonl"], Target)
    blanks: tuple[BlankRow, ...] = unlines(texts["blanks.jsonl"], BlankRow)
    return Case(
        name=about["name"],
        title=about["title"],
        plans=plans,
        sections=read_sections(texts["sections.csv"], {p.id: p.document for p in plans}),
        targets=targets,
        observations=read_observations(texts["sources.csv"], texts["observations.csv"]),
        blanks=blanks,
        digest=_digest(texts),
    )


def _digest(texts: dict[str, str]) -> str:
    """Sha256 over the names and contents of all files, in their fixed order."""
    digest = sha256()
    for file, text in texts.items():
        digest.update(file.encode() + b"\0" + text.encode() + b"\0")
    return digest.hexdigest()
