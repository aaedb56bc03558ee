"""The day a draft speaks at, for what is held against it."""

from datetime import date

from lantu.check.dossier import Dossier


def speaks_on(dossier: Dossier) -> date:
    """The day ``as_of``, and not later than the year of the draft's own clock.

    An old draft that is checked today knows no plan and no name of after its own time.
    """
    year = dossier.draft.clock.year
    return dossier.as_of if year is None else min(dossier.as_of, date(year, 12, 31))
