"""Puts together what is known of one figure."""

import re

from lantu.check.ahead import promised
from lantu.check.beside import basis_of, is_asked, is_of_other, share_of, take_plainly, vintage_of
from lantu.check.counted import Counts
from lantu.check.dated import Dates
from lantu.check.drafted import Drafted
from lantu.check.marks import Marked
from lantu.check.naming import Memory, Name, name_of
from lantu.check.periods import Clock
from lantu.check.regions_of import Home, region_at
from lantu.check.roles import measure_of, sign_of
from lantu.check.sentence import Piece, own_region
from lantu.check.statement import Listed, Move, Role
from lantu.check.things import counted_thing
from lantu.reading.words import NONE, Words
from lantu.values import Period

_PLACES = re.compile("[、和及与]")
_SEVERAL = re.compile(
    r"(?<![第每])(?:[两二三四五六七八九十]|\d{1,2})(?:大?(?:项|者|类|种|部分|大产业|个行业))(?:[^，。；\d]{0,6})?(?:合计|共计|总计|之和|相加)"
    r"[^，。；\d]{0,4}$"
)
_SUMMED_WITHIN = 20
_SUMMED = re.compile("累计|合计|总共|共计")
_YEARLY = re.compile("年均|平均每年|年平均(?=增长|增速|下降|递增)")


class Drafter:
    """Makes the statements of a paragraph. heading: whether its headings look ahead."""

    def __init__(
        self, clock: Clock, home: Home, dates: Dates, memory: Memory, counts: Counts, heading: bool | None
    ) -> None:
        self.clock = clock
        self.home = home
        self.dates = dates
        self.memory = memory
        self.counts = counts
        self.heading = heading

    def draft(
        self,
        mark: Marked,
        whole: Words,
        piece: Piece,
        start: int,
        region: tuple[str, str] | None,
        before: Drafted | None,
        *,
        part: bool,
    ) -> Drafted | None:
        """The statement of a figure; None for a small count in characters of things that are not listed.

        whole: the sentence, at ``start`` in the paragraph; region: code and words said in it; before: the
        statement in front; part: whether the figure stands behind 其中.
        """
        number = piece.number
        listed = self.counts.of(whole, piece, start)
        if number.small and listed is None:
            return None
        if listed is not None:
            piece.thing = counted_thing(mark, whole, number) or piece.thing
            piece.name = NONE if piece.thing or "、" in piece.name.text else piece.name
        where, piece.name = self._region(piece, region)
        named = _of_several(mark, whole, piece) or name_of(piece, self.memory, part=part)
        dated = self.dates.of(mark, piece)
        clause = mark.text[piece.clause : number.start]
        summed = _SUMMED.search(clause) is not None and before is not None and before.piece.row[1] > 1
        yearly = bool(_YEARLY.search(clause)) and number.kind != "rank"
        against = piece.against
        other = against is not None and is_of_other(piece, against)
        if other and against is not None:
            where, against = (against.compared.region, against.compared.words), None
        measure = self._measure(mark, piece, named, clause, listed, before if other else None, before)
        asked = is_asked(mark, piece)
        if asked:
            take_plainly(mark, piece)
        base = number.start in mark.bases
        move = Move.FROM if base else piece.frame.move
        sign = sign_of(piece.frame, named.phrase.text, measure, against.sign if against else 0)
        vintage, vintage_words = vintage_of(mark, number.start)
        front = mark.text[: number.start]
        late = promised(front, dated.period, self.clock, heading=self.heading, due=dated.due, asked=asked)
        return Drafted(
            id=-1,
            piece=piece,
            phrase=named.phrase,
            own=named.own,
            topic=named.subject,
            measure=measure,
            region=where[0],
            region_words=where[1],
            period=self._over(dated.period) if yearly or summed else dated.period,
            period_words=dated.words,
            yearly=yearly,
            basis=basis_of(mark, piece, measure),
            vintage=vintage,
            vintage_words=vintage_words,
            move=move,
            sign=0 if base and sign > 0 else sign,
            promised=late and move is not Move.FROM,
            part=part and _is_part(named, region, before),
            against=against,
            place=whole.place(number.start, number.end),
            sentence=whole.place(0, len(whole)),
            among=piece.among if measure is Role.RANK else "",
            whole=share_of(clause) if measure is Role.SHARE else "",
            listed=listed,
        )

    def _region(self, piece: Piece, region: tuple[str, str] | None) -> tuple[tuple[str, str], Words]:
        """Code and words of the region, and the name without it: of a name in a row its own."""
        rank, count = piece.row
        named, rest = own_region(piece.name, self.home) if count > 1 and piece.name else (None, piece.name)
        if named is None and region and len(each := _PLACES.split(region[1])) == count > 1:
            named = region_at(each[rank], self.home)
            return (named.code if named else "", each[rank]), rest
        if named is not None:
            return (named.code, piece.name.text[: named.size]), rest
        return region or (self.home.code, ""), piece.name

    def _over(self, period: Period | None) -> Period | None:
        """A yearly average is over several years: those said last when the figure names none."""
        one_year = period is not None and period.first.year == period.year
        return self.dates.span if one_year and self.dates.span is not None else period

    def _measure(
        self,
        mark: Marked,
        piece: Piece,
        named: Name,
        clause: str,
        listed: Listed | None,
        like: Drafted | None,
        before: Drafted | None,
    ) -> Role:
        """What the figure is. like: the statement in front, which a figure of another region is like."""
        if listed is not None:
            return Role.COUNT
        against = piece.against.compared.against if piece.against is not None else ""
        measure = measure_of(piece.number, piece.frame, named.phrase.text, clause, compared=against)
        if measure is Role.ACTUAL and piece.number.kind == "percent" and _goes_on(clause, before):
            return Role.GROWTH
        if like is not None and like.topic.text == named.subject.text:
            if like.measure is Role.GROWTH:
                return like.measure
            return Role.ACTUAL if measure is Role.CHANGE and piece.number.kind != "point" else measure
        if piece.number.start in mark.bases and measure in (Role.CHANGE, Role.GROWTH):
            return Role.ACTUAL
        return measure


def _of_several(mark: Marked, whole: Words, piece: Piece) -> Name | None:
    """三项合计: the sum of what was listed is called after neither the last of them nor the whole."""
    found = _SEVERAL.search(mark.plain, max(0, piece.number.start - _SUMMED_WITHIN), piece.number.start)
    if found is None:
        return None
    words = whole.cut(found.start(), found.end())
    return Name(words, words, words)


def _goes_on(clause: str, before: Drafted | None) -> bool:
    """四年增长27.8%，年均6.3%: nothing but 年均 behind a growth."""
    return (
        before is not None and before.measure is Role.GROWTH and clause.strip("，、") in ("年均", "平均每年")
    )


def _is_part(named: Name, region: tuple[str, str] | None, before: Drafted | None) -> bool:
    """Behind 其中: what has a name or a place of its own, and what is said of such a part."""
    own = bool(named.own) or region is not None
    return own or (before is not None and before.part and before.topic.text == named.subject.text)
