"""The end of a passage: its responsibilities and its task, then its sentences with their classes."""

from lantu.plan import Sentence, SentenceClass, Task
from lantu.reading.work import context
from lantu.reading.work.drafts import NONE, ORDER, TASK, Draft, Passage
from lantu.reading.work.prose import Line
from lantu.reading.work.recorder import Recorder
from lantu.values import maker

_task, _sentence = maker(Task), maker(Sentence)


class Settling:
    """Collects tasks and sentences in text order."""

    def __init__(self, recorder: Recorder) -> None:
        self.tasks: list[Task] = []
        self.sentences: list[Sentence] = []
        self._recorder = recorder
        self._making = recorder.making

    def passage(self, passage: Passage) -> None:
        """Make the task of the passage, then the sentences with their classes."""
        if passage.statements:
            self._responsible(passage)
        task = self._task(passage) if passage.clauses else ""
        line, home = passage.line, passage.place.home
        block = line.block
        appeals = context.appeals(block.text)
        span, settled = self._making.span, self.sentences
        for draft in passage.drafts:
            ids, rank, why = draft.ids, draft.rank, ""
            if task and draft.deeds:
                ids.append(task)
            if rank == TASK and appeals and _appeals(line, draft):
                rank = NONE
            if rank < NONE:
                klass = ORDER[rank]
            else:
                why = draft.why or _reason(line, draft)
                klass = SentenceClass.CONTEXT if why else SentenceClass.UNRESOLVED
            records = tuple(dict.fromkeys(ids)) if len(ids) > 1 else tuple(ids)
            settled.append(_sentence(klass, records, why, home, span(block, draft.start, draft.end)))

    def sentence(
        self,
        line: Line,
        home: str,
        start: int,
        end: int,
        klass: SentenceClass,
        ids: list[str],
        why: str = "",
    ) -> None:
        """Put a sentence into the ledger."""
        span = self._making.span(line.block, start, end)
        self.sentences.append(_sentence(klass, tuple(dict.fromkeys(ids)), why, home, span))

    def _responsible(self, passage: Passage) -> None:
        """Statements of responsibility belong to the sentences they lie in."""
        for found in passage.statements:
            one = self._recorder.responsibility(passage.line.block, found, passage.place.home)
            for draft in passage.drafts:
                if draft.start < found.end and found.start < draft.end:
                    draft.add([one], TASK)
                    if not draft.deeds and self.tasks and self.tasks[-1].section == passage.place.home:
                        draft.ids.append(self.tasks[-1].id)

    def _task(self, passage: Passage) -> str:
        """The id of the passage's task."""
        node, item, home = passage.line.node, passage.place.item, passage.place.home
        lead = node.title if passage.line.lead else ""
        if not lead and item is not None:
            lead = item.title.rstrip("。；： ")
        block = passage.line.block
        span = self._making.span(block, 0, len(block.text))
        task = _task(self._making.id(home, "task", span), lead, tuple(passage.clauses), home, node.eid, span)
        self.tasks.append(task)
        return task.id


def _appeals(line: Line, draft: Draft) -> bool:
    return context.appeals(line.block.text[draft.start : draft.end])


def _reason(line: Line, draft: Draft) -> str:
    """Why a sentence of no class is context, "" when nothing says so."""
    return "appeal" if _appeals(line, draft) else context.reason(line.mask[draft.start : draft.end])
