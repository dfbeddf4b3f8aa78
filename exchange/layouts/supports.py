"""The forms of support of one row: three cells whose positions correspond."""

from django.utils.translation import gettext as _

from activities.vocabulary import DETAILS_OF_KIND

from . import words
from .cells import day_of

SEPARATOR = "|"
MOST_VALUES = 100  # in one cell; more is no form of support any more, and each would be told of on its own


def supports_in(row, parsed, rules):
    """The forms of support with their details and first days; positions in the three cells correspond."""
    lists = {key: _positions(row.cell(key)) for key in ("support_kinds", "support_details", "support_dates")}
    longest = max(map(len, lists.values()))
    for key, texts in lists.items():
        if len(texts) > MOST_VALUES:
            row.refuse(key, too_many(texts))
            return []
        if texts and len(texts) != longest:
            told = {"found": len(texts), "most": longest}
            row.refuse(
                key,
                _(
                    "Ta kolumna ma %(found)s pozycji rozdzielonych „|”, a sąsiednia %(most)s. Pozycje muszą sobie odpowiadać; puste też się liczą."
                )
                % told,
            )
            return []
        texts += [""] * (longest - len(texts))
    supports = [_support(row, parsed, rules, *texts) for texts in zip(*lists.values(), strict=True)]
    return [support for support in supports if support]


def too_many(values):
    """What to say of a cell with more values than anybody has."""
    told = {"found": len(values), "limit": MOST_VALUES}
    return _("Komórka ma %(found)s wartości rozdzielonych „|”, a może mieć najwyżej %(limit)s.") % told


def _positions(text):
    return [part.strip() for part in text.split(SEPARATOR)] if text else []


def _support(row, parsed, rules, kind, detail, day):
    if not kind:
        if detail or day:
            row.refuse(
                "support_kinds",
                _("Jest „w tym” albo data wsparcia, a nie ma jego rodzaju. Wpisz rodzaj na tej pozycji."),
            )
        return None
    codes = words.SUPPORT_KIND.code(kind), words.SUPPORT_DETAIL.code(detail) if detail else ""
    if codes[0] is None:
        row.refuse("support_kinds", row.unknown(kind, words.SUPPORT_KIND))
    if codes[1] is None:
        row.refuse("support_details", row.unknown(detail, words.SUPPORT_DETAIL))
    if all(codes) and codes[1] not in DETAILS_OF_KIND.get(codes[0], ()):
        row.refuse("support_details", _misfit(kind, detail, codes[0]))
        return None
    started = day_of(day) if day else None
    if day and started is None:
        row.refuse_day("support_dates", day, lambda meant: _whole_cell(row, day, meant))
    if started:
        _support_day(row, parsed, rules, started)
    return None if None in codes else (*codes, started)


def _misfit(kind, detail, code):
    fitting = ", ".join(f"„{words.SUPPORT_DETAIL.label(fit)}”" for fit in DETAILS_OF_KIND.get(code, ()))
    told = {"found": detail[:80], "kind": kind[:80], "fitting": fitting}
    if fitting:
        return _("„%(found)s” nie pasuje do rodzaju „%(kind)s”. Wpisz jedną z wartości: %(fitting)s.") % told
    return _("Rodzaj „%(kind)s” nie ma „w tym”. Zostaw tę pozycję pustą zamiast „%(found)s”.") % told


def _whole_cell(row, wrong, meant):
    """The cell of days with one of them mended."""
    parts = row.cell("support_dates").split(SEPARATOR)
    return SEPARATOR.join(meant if part.strip() == wrong else part for part in parts)


def _support_day(row, parsed, rules, day):
    entered, left = parsed.facts.get("entered_on"), parsed.facts.get("left_on")
    if entered and day < entered:
        told = {"day": day, "entered": entered}
        row.refuse(
            "support_dates",
            _("Wsparcie zaczęło się %(day)s, przed rozpoczęciem udziału %(entered)s. Popraw jedną z dat.") % told,
        )
    elif left and day > left:
        told = {"day": day, "left": left}
        row.refuse(
            "support_dates",
            _("Wsparcie zaczęło się %(day)s, po zakończeniu udziału %(left)s. Popraw jedną z dat.") % told,
        )
    elif day > rules.today:
        row.warn("support_dates", _("Wsparcie ma się zacząć %(day)s, w przyszłości.") % {"day": day})
