"""Where the issuer's name and the day stand below a document (GB/T 9704-2012 7.3.5)."""

from lantu.reports.content import Report
from lantu.reports.layout import CHARACTERS
from lantu.reports.numbering import day_text
from lantu.reports.title_lines import wide
from lantu.texts import Language


def placed(report: Report) -> list[tuple[str, float]]:
    """The issuer's name and the day, each with its place in characters of the type area.

    A place of 0 or more counts from the left to the first character; a negative one counts from the right to
    the last. With a seal the day ends four characters from the right and the name is centred above it
    (7.3.5.1). Without, the name ends two from the right and the day begins two after the name's beginning; a
    day longer than the name ends two from the right and the name moves left (7.3.5.2).
    In English both end two characters from the right.
    """
    name, day = report.issuer, day_text(report)
    if report.language is Language.EN:
        return [(name, -2.0), (day, -2.0)]
    if report.sealed:
        return [(name, -max(0.5, 4 + (wide(day) - wide(name)) / 2)), (day, -4.0)]
    if wide(day) > wide(name):
        return [(name, -(2 + wide(day) + 2 - wide(name))), (day, -2.0)]
    begin = max(0.0, CHARACTERS - 2 - wide(name))
    return [(name, begin), (day, begin + 2)]
