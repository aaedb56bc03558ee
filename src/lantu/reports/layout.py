"""Measures and fonts of an official document (GB/T 9704-2012), shared by the writers.

Lengths are millimetres, sizes points, unless a name says otherwise. Page and type area: 5.1, 5.2.1; 22 lines
of 28 characters: 5.2.3; fonts and sizes: 5.2.2, 7.3; page numbers: 7.5.
"""

from dataclasses import dataclass

from lantu.texts import Language

PAGE = (210.0, 297.0)
TOP, INNER = 37.0, 28.0  # 天头, 订口
AREA = (156.0, 225.0)  # 版心
OUTER, BOTTOM = PAGE[0] - INNER - AREA[0], PAGE[1] - TOP - AREA[1]
LINES, CHARACTERS = 22, 28
PAGE_NUMBER_BELOW = 7.0  # the dash stands this far below the type area
LETTERHEAD_BELOW = 35.0  # top of 发文机关标志 below the top of the type area
RULE_BELOW = 4.0  # red line below 发文字号

TITLE_WIDTH = 20  # characters of 二号 in a line of 156 mm
SHORT = 3 * CHARACTERS  # characters of a paragraph of three lines, short enough to be kept with what follows
MANY = {False: 7, True: 10}
"""More columns than this, upright or in landscape, are set in the small size."""

TWIPS_PER_MM = 1440 / 25.4
POINTS_PER_MM = 72 / 25.4
EMU_PER_MM = 36000


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, whole."""
    return round(millimetres * TWIPS_PER_MM)


AREA_TWIPS = (twips(PAGE[0]) - twips(INNER) - twips(OUTER), twips(PAGE[1]) - twips(TOP) - twips(BOTTOM))
LINE_TWIPS = AREA_TWIPS[1] // LINES
CHARACTER_TWIPS = AREA_TWIPS[0] // CHARACTERS


@dataclass(frozen=True, slots=True)
class Face:
    """A font by its usual name, with the names it goes by elsewhere, best first.

    serif: False for faces drawn with even strokes (黑体). open_fonts: what free systems have in their place.
    """

    name: str
    others: tuple[str, ...] = ()
    open_fonts: tuple[str, ...] = ()
    serif: bool = True
    fixed: bool = True

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name, best first."""
        return (self.name, *self.others, *self.open_fonts)


_SERIF_SC = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC")
_SANS_SC = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei")
_SERIF_TC = ("Noto Serif CJK TC", "Source Han Serif TC", "Noto Serif TC", "Songti TC", *_SERIF_SC)
_SANS_TC = ("Noto Sans CJK TC", "Source Han Sans TC", "Noto Sans TC", "PingFang TC", *_SANS_SC)

LATIN = Face(
    "Times New Roman", ("Liberation Serif", "Tinos", "Nimbus Roman"), ("Libertinus Serif",), fixed=False
)
_FANGSONG = ("仿宋", "FangSong", "方正仿宋_GBK", "STFangsong", "华文仿宋")
_KAITI = ("楷体", "KaiTi", "方正楷体_GBK", "STKaiti", "华文楷体")
_TITLE = ("方正小标宋_GBK", "小标宋体", "华文中宋", "STZhongsong", "宋体", "SimSun")


@dataclass(frozen=True, slots=True)
class Layout:
    """Fonts and sizes of one language.

    levels: faces of headings 1–4. bold: title and headings are bold. grid: 22 lines of 28 characters a page.
    line: pitch of the lines in twentieths of a point. indent: of first lines, in characters.
    """

    body: Face
    title: Face
    levels: tuple[Face, Face, Face, Face]
    kaiti: Face
    song: Face
    head: Face
    body_size: float = 16.0  # 三号
    title_size: float = 22.0  # 二号
    number_size: float = 14.0  # 四号, page numbers
    table_size: float = 12.0  # 小四
    small_size: float = 10.5  # 五号: notes, tables of many columns
    line: int = LINE_TWIPS
    grid: bool = True
    indent: int = 2
    bold: bool = False
    tag: str = "zh-CN"

    def faces(self) -> tuple[Face, ...]:
        """Every face once, in a fixed order."""
        kept: dict[str, Face] = {}
        for face in (self.body, self.title, *self.levels, self.kaiti, self.song, self.head, LATIN):
            kept.setdefault(face.name, face)
        return tuple(kept.values())


def _simplified() -> Layout:
    body = Face("仿宋_GB2312", _FANGSONG, _SERIF_SC)
    black = Face("黑体", ("SimHei", "方正黑体_GBK", "STHeiti"), _SANS_SC, serif=False)
    kaiti = Face("楷体_GB2312", _KAITI, _SERIF_SC)
    song = Face("宋体", ("SimSun", "方正书宋_GBK", "STSong"), _SERIF_SC)
    title = Face("方正小标宋简体", _TITLE, _SERIF_SC)
    return Layout(body, title, (black, kaiti, body, body), kaiti, song, black)


def _traditional() -> Layout:
    # The GB 2312 fonts hold no Traditional characters; their GBK successors do.
    body = Face("仿宋", ("FangSong", "方正仿宋_GBK", "STFangsong"), _SERIF_TC)
    black = Face("黑体", ("SimHei", "Microsoft JhengHei", "微軟正黑體"), _SANS_TC, serif=False)
    kaiti = Face("楷体", ("KaiTi", "標楷體", "DFKai-SB"), _SERIF_TC)
    song = Face("宋体", ("SimSun", "新細明體", "PMingLiU"), _SERIF_TC)
    title = Face("方正小标宋_GBK", ("方正小標宋_GBK", "华文中宋", *("宋体", "SimSun")), _SERIF_TC)
    return Layout(body, title, (black, kaiti, body, body), kaiti, song, black, tag="zh-TW")


def _english() -> Layout:
    # The standard speaks of Chinese; English keeps its page and order, in sizes usual for Latin text.
    return Layout(
        *(LATIN, LATIN, (LATIN, LATIN, LATIN, LATIN), LATIN, LATIN, LATIN),
        body_size=12.0,
        title_size=18.0,
        number_size=11.0,
        table_size=10.0,
        small_size=9.0,
        line=360,
        grid=False,
        indent=0,
        bold=True,
        tag="en-GB",
    )


LAYOUTS = {
    Language.ZH: _simplified(),
    Language.HANT: _traditional(),
    Language.EN: _english(),
}
