"""What surrounds a plan in its file without being part of it: page furniture and contents lists."""

import re
from dataclasses import dataclass

from lantu.packs import load
from lantu.plan import SectionKind
from lantu.reading.blocks import Block
from lantu.reading.headings import heading_at

_CONTENTS = re.compile(r"目\s*录")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|·{4,})\s*\d{0,4}\s*$")
_SHORT_LINE = 30


@dataclass(frozen=True, slots=True)
class FurniturePack:
    """Words that mark a line before the first heading (head) or behind the last sentence (tail)."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    reporter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The body of a text among its blocks.

    front: blocks before the first heading that belong to the plan (title, preamble);
    body: the blocks from the first heading on; left_out: (kind, block) of everything else, with
    kind ``head``, ``tail`` or ``contents``.
    """

    front: tuple[Block, ...]
    body: tuple[Block, ...]
    left_out: tuple[tuple[str, Block], ...]


def frame(all_blocks: tuple[Block, ...]) -> Frame:
    """Tell the plan from what surrounds it. Lines are judged only outside the body."""
    pack = load("furniture", FurniturePack)
    left: list[tuple[str, Block]] = []
    kept, contents = _without_contents(all_blocks)
    left += [("contents", block) for block in contents]
    end = _tail_start(kept, pack)
    left += [("tail", block) for block in kept[end:]]
    kept = kept[:end]
    first = next((i for i, b in enumerate(kept) if _opens_body(b)), 0)
    front: list[Block] = []
    for block in kept[:first]:
        cut = _reporter_end(block, pack)
        if cut:
            left.append(("head", block.part(0, cut)))
            front.append(block.part(cut, len(block.text)))
        elif any(word in block.text for word in pack.head):
            left.append(("head", block))
        else:
            front.append(block)
    return Frame(tuple(front), kept[first:], tuple(left))


def _opens_body(block: Block) -> bool:
    heading = heading_at(block.text)
    return heading is not None and heading.kind is not SectionKind.BOX


def _reporter_end(block: Block, pack: FurniturePack) -> int:
    """End of a reporter's mark in front of a title in 《》, 0 when there is none."""
    opening = block.text.find("《", 0, 40)
    for word in pack.reporter:
        if opening > 0 and block.text[:opening].endswith(word):
            return opening
    return 0


def _without_contents(all_blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split off the contents list: headings that stand a second time further on with a body."""
    start = next((i for i, b in enumerate(all_blocks) if _CONTENTS.fullmatch(b.text)), None)
    if start is None:
        start = next((i for i, b in enumerate(all_blocks[:400]) if _has_leader(b.text)), None)
        if start is None:
            return all_blocks, ()
        first = start
    else:
        first = start + 1
    if first >= len(all_blocks):
        return all_blocks, ()
    key = _key(all_blocks[first])
    again = next((i for i in range(first + 1, len(all_blocks)) if _key(all_blocks[i]) == key), None)
    if key is None or again is None:
        return all_blocks, ()
    return all_blocks[:start] + all_blocks[again:], all_blocks[start:again]


def _has_leader(text: str) -> bool:
    return ("…" in text or "...." in text or "····" in text) and bool(_LEADER.search(text))


def _key(block: Block) -> tuple[SectionKind, int] | None:
    heading = heading_at(_LEADER.sub("", block.text))
    return None if heading is None else (heading.kind, heading.number)


def _tail_start(all_blocks: tuple[Block, ...], pack: FurniturePack) -> int:
    """Index behind the last block of the plan.

    Going back from the end, a block is furniture when it has a furniture word and is no heading,
    or is a short line without a sentence end beside such a block.
    """
    end = len(all_blocks)
    index = end - 1
    while index > 0:
        text = all_blocks[index].text
        if heading_at(text) is not None or text.startswith("|"):
            break
        marked = any(word in text for word in pack.tail) and (
            len(text) <= _SHORT_LINE or text.startswith("【")
        )
        if marked:
            end = index
        elif text[-1] in "。！；" or len(text) > _SHORT_LINE:
            break
        index -= 1
    return end
