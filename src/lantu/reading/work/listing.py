"""Lists of works in boxes read entry by entry."""

from lantu.plan import SectionKind
from lantu.reading.work.boxes import Entry, entries
from lantu.reading.work.drafts import POLICY, PROJECT, Passage, label_at
from lantu.reading.work.sentences import Prose
from lantu.reading.work.work_names import is_document


class Lists:
    """Reads lists; remembers the number of the last entry, which the next passage may carry on."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._recorder = prose.recorder
        self._last = 0

    def headed(self, title: str) -> None:
        """A heading with words begins a new numbering."""
        if title.strip():
            self._last = 0

    def read(self, passage: Passage, bounds: list[tuple[int, int]]) -> None:
        """The entries of a list, and the sentences between them."""
        known = dict(bounds)
        for found in entries(passage.line, bounds, passage.place.item, self._last):
            if isinstance(found, Entry):
                self._entry(passage, found, known.pop(found.sentence))
            else:
                self._prose.sentence(passage, *found)
                self._last += 1
                known.pop(found[0], None)
        for start, end in known.items():
            passage.draft(start, end).why = "label"
        passage.drafts.sort(key=lambda d: d.start)

    def _entry(self, passage: Passage, found: Entry, end: int) -> None:
        line, place, recorder = passage.line, passage.place, self._recorder
        block, text = line.block, line.block.text
        draft = passage.draft(found.sentence, end)
        if is_document(text[found.start : found.end]):
            draft.add(recorder.document(block, found.start, found.end, place.home), POLICY)
            return
        self._last = found.number
        group = recorder.making.words(block, *label_at(text, found.sentence, found))
        group = group or (place.outer if line.node.kind is SectionKind.ITEM else place.group)
        label = (group, found.number, found.stage)
        draft.ids += recorder.listed(block, (found.start, found.end), passage.places, place, label)
        draft.rank = min(draft.rank, PROJECT)
