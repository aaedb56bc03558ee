"""The verb of a figure, and the small words between them."""

from dataclasses import dataclass
from functools import cache

from lantu.reading.lexicon import cues, phrases, prefix, suffix, verbs

_CLASSES = ("level_keep", "level_down", "level", "change_down", "change_up", "build", "cumulative")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and its class in the pack ``reading_verbs`` (``level``, ``build``, …)."""

    word: str
    kind: str

    @property
    def puts_up(self) -> bool:
        """Whether it builds or sums up things."""
        return self.kind in ("build", "cumulative")

    @property
    def bounds(self) -> bool:
        """Whether it only bounds a number (培育企业超1000家): another verb says what is done."""
        return self.word in verbs().bounds


NO_VERB = Verb("", "")


def verb_before(left: str) -> Verb:
    """The verb that stands directly in front of a figure, comparators and adverbs aside."""
    every, verb_of = _every()
    return verb_of[suffix(without_qualifiers(left), every)]


def verb_ahead(left: str) -> Verb:
    """The verb that opens a clause (建设国家级示范区30个), adverbs and causatives aside."""
    pack = phrases()
    text = left
    while text:
        word = prefix(text, _classed("build")) or prefix(text, _classed("cumulative"))
        adverb = max(prefix(text, pack.adverbs), prefix(text, pack.leading), key=len)
        if word and text[len(word) : len(word) + 1] == "的":
            break  # 划定的红线: which one, not what is done
        if word and len(word) >= len(adverb):
            inner = verb_ahead(text[len(word) :]) if word in verbs().causative else NO_VERB
            kind = "build" if word in _classed("build") else "cumulative"
            return inner if inner.kind == "build" else Verb(word, kind)
        if not adverb:
            break
        text = text[len(adverb) :]
    return NO_VERB


def verb_within(right: str) -> Verb:
    """The verb behind a figure that benefits (为10万名学生提供资助)."""
    places = [(right.find(w), w) for w in _classed("cumulative") if len(w) > 1 and w in right]
    return Verb(min(places)[1], "cumulative") if places else NO_VERB


def without_qualifiers(left: str) -> str:
    """The words in front of a figure without comparators, softeners and adverbs at the end."""
    while word := suffix(left, _small_words()):
        left = left[: -len(word)]
    return left


@cache
def _small_words() -> tuple[str, ...]:
    levels = {w for kind in ("level_keep", "level_down", "level") for w in _classed(kind)}
    before = (w for group in cues().comparators.before for w in group.words if w not in levels)
    return (*before, *cues().strength.strive, *phrases().between)


@cache
def _every() -> tuple[tuple[str, ...], dict[str, Verb]]:
    """All verbs, and each with the first class it stands in."""
    verb_of = {"": NO_VERB}
    for kind in _CLASSES:
        for word in _classed(kind):
            verb_of.setdefault(word, Verb(word, kind))
    return tuple(word for word in verb_of if word), verb_of


def _classed(kind: str) -> tuple[str, ...]:
    words: tuple[str, ...] = getattr(verbs(), kind)
    return words
