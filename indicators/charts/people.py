"""Who the participants are: the pyramid of age, women and men, and what became of their status. One query for all three."""

from collections import Counter

from django.db.models import Case, CharField, Count, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.vocabulary import UNEMPLOYED, LabourStatus, Sex
from projects.templatetags.polish import counted, number, percent

from ..definitions import at, percent_of
from ..words import proofs, way
from .drawing import LINE, Chart, Counted, wrapped

BANDS = [(0, 17), (18, 24), (25, 29), (30, 39), (40, 49), (50, 54), (55, 64), (65, 150)]
STATUSES = [
    ("unemployed", gettext_lazy("bezrobotne"), UNEMPLOYED),
    ("inactive", gettext_lazy("bierne zawodowo"), (LabourStatus.INACTIVE,)),
    ("employed", gettext_lazy("pracujące"), (LabourStatus.EMPLOYED,)),
]
# Each leaver once, by the first that is proved up to the 28th day.
AFTER = [
    ("working", gettext_lazy("pracują"), proofs.working),
    ("studying", gettext_lazy("uczą się"), proofs.studying),
    ("seeking", gettext_lazy("szukają pracy"), proofs.seeking),
    ("nothing", gettext_lazy("bez dowodu zmiany"), None),
]
INSIDE = "inside"
TONES = ["part-1", "part-2", "part-3", "part-4"]


class People:
    """The participants who count on a day, told apart by age, sex, status at entry and what became of them: one query."""

    def __init__(self, project, on):
        self.counts = Counter()
        rows = (
            project.participations.filter(at(way.complete.condition & way.entered.condition, on))
            .order_by()
            .annotate(band=_band(), status=_status(), after=_after(on))
            .values_list("band", "sex", "status", "after")
            .annotate(number=Count("pk"))
        )
        for *traits, found in rows:
            self.counts[tuple(traits)] += found

    def number(self, **wanted):
        """How many people have these traits: ``band``, ``sex``, ``status``, ``after``."""
        places = {"band": 0, "sex": 1, "status": 2, "after": 3}
        asked = {places[name]: value for name, value in wanted.items()}
        return sum(n for traits, n in self.counts.items() if all(traits[p] == value for p, value in asked.items()))

    @property
    def total(self):
        return sum(self.counts.values())


def _band():
    bands = [When(age_at_entry__lte=high, then=Value(place)) for place, (_low, high) in enumerate(BANDS)]
    return Case(*bands, default=Value(len(BANDS) - 1))


def _status():
    known = [When(labour_status__in=values, then=Value(key)) for key, _words, values in STATUSES]
    return Case(*known, default=Value(""), output_field=CharField())


def _after(on):
    """What became of her; who is still in the project is inside."""
    left = at(way.left.condition, on)
    proved = [When(at(word.condition, on), then=Value(key)) for key, _words, word in AFTER if word]
    return Case(When(~Q(left), then=Value(INSIDE)), *proved, default=Value("nothing"), output_field=CharField())


def band_words(low, high):
    if low == 0:
        return _("do %(high)s") % {"high": high}
    return _("%(low)s i więcej") % {"low": low} if high > 120 else f"{low}–{high}"


# --- the pyramid of age


def pyramid(people):
    """Women to the left and men to the right, by age on the day of entry; None where there is nobody."""
    if not people.total:
        return None
    bands = [
        (band_words(*band), people.number(band=place, sex=Sex.FEMALE), people.number(band=place, sex=Sex.MALE))
        for place, band in enumerate(BANDS)
    ]
    most = max(bands, key=lambda band: band[1] + band[2])
    return Chart(
        key="pyramid",
        title=_("Wiek w dniu przystąpienia"),
        sentence=_("Najliczniejsza grupa wieku: %(band)s lat, osób: %(number)s.")
        % {"band": most[0], "number": number(most[1] + most[2])},
        head=[_("Wiek"), _("Kobiety"), _("Mężczyźni"), _("Ogółem")],
        rows=[[words, number(women), number(men), number(women + men)] for words, women, men in bands],
        draw=lambda drawing: _draw_pyramid(drawing, bands),
    )


def _draw_pyramid(drawing, bands):
    step, bar, top = 26, 18, 26
    middle, gap, room = drawing.width / 2, 38, 34
    longest = max(max(women, men) for _words, women, men in bands) or 1
    scale = (middle - gap - room) / longest
    drawing.height = top + step * len(bands)
    drawing.text(middle - gap, 14, _("kobiety"), "end accent strong")
    drawing.text(middle + gap, 14, _("mężczyźni"), "strong")
    for place, (words, women, men) in enumerate(reversed(bands)):
        y = top + place * step
        drawing.text(middle, y + 13, words, "axis middle")
        drawing.rect(middle - gap - women * scale, y, women * scale, bar, "women")
        drawing.rect(middle + gap, y, men * scale, bar, "men")
        drawing.text(middle - gap - women * scale - 6, y + 13, number(women), "end")
        drawing.text(middle + gap + men * scale + 6, y + 13, number(men))
    return drawing


# --- status at entry and on leaving


def statuses(people):
    """Status of the leavers at entry, and what is proved of them up to the 28th day after; None while nobody has left."""
    left = {key: {k: people.number(status=key, after=k) for k, *_rest in AFTER} for key, *_rest in STATUSES}
    at_entry = [(str(words), sum(left[key].values())) for key, words, _values in STATUSES]
    after = [(str(words), sum(left[key][k] for key in left)) for k, words, _word in AFTER]
    gone = sum(value for _words, value in at_entry)
    if not gone:
        return None
    rows = [
        [str(words), *(number(left[key][k]) for k, *_rest in AFTER), number(sum(left[key].values()))]
        for key, words, _values in STATUSES
    ]
    rows.append([_("ogółem"), *(number(value) for _words, value in after), number(gone)])
    return Chart(
        key="statuses",
        title=_("Status przy wejściu i po zakończeniu"),
        sentence=_statuses_said(after, gone),
        head=[_("Status przy wejściu"), *(str(words) for _k, words, _word in AFTER), _("Ogółem")],
        rows=rows,
        draw=lambda drawing: _draw_statuses(drawing, at_entry, after, gone),
    )


def _statuses_said(after, gone):
    changed = gone - after[-1][1]
    return _("Zakończyło udział: %(gone)s; z dowodem pracy, nauki lub szukania pracy do 28. dnia: %(changed)s.") % {
        "gone": counted(gone, "osoba", "osoby", "osób"),
        "changed": number(changed),
    }


def _draw_statuses(drawing, at_entry, after, gone):
    drawing.height = 6
    for title, parts in ((_("przy wejściu"), at_entry), (_("po zakończeniu"), after)):
        _stack(drawing, title, [part for part in parts if part[1]], gone)
    return drawing


def _stack(drawing, title, parts, whole):
    """A bar of parts with their words under it, a line each where they would not fit side by side."""
    y = drawing.height + LINE
    drawing.text(0, y - 3, title, "strong")
    x = 0
    for place, (_words, value) in enumerate(parts):
        width = drawing.width * value / whole
        drawing.rect(x, y + 4, width - 2, 24, TONES[place])
        x += width
    y += 28
    for place, (words, value) in enumerate(parts):
        y += LINE + 2
        drawing.rect(0, y - 10, 10, 10, TONES[place])
        drawing.text(18, y, f"{words}: {number(value)} ({percent(percent_of(value, whole))})")
    drawing.height = y + 20


# --- women and men in every indicator


def women_and_men(rows, on):
    """Women and men of the indicators that count people and have a target; None where nobody counts."""
    bars = [
        (str(row.definition.short or row.definition.name), row.value.women, row.value.men, row.definition.key)
        for row in rows
        if row.value and row.value.women is not None and row.value.total
    ]
    if not bars:
        return None
    name, women, men, _key = bars[0]
    return Chart(
        key="women-men",
        title=_("Kobiety i mężczyźni"),
        sentence=_("%(name)s: kobiety stanowią %(share)s.")
        % {"name": name[:1].upper() + name[1:], "share": percent(percent_of(women, women + men))},
        head=[_("Wskaźnik"), _("Kobiety"), _("Mężczyźni"), _("Ogółem")],
        rows=[
            [name, Counted(women, key, on, Sex.FEMALE), Counted(men, key, on, Sex.MALE), Counted(women + men, key, on)]
            for name, women, men, key in bars
        ],
        draw=lambda drawing: _draw_women_and_men(drawing, bars),
    )


def _draw_women_and_men(drawing, bars):
    drawing.height = 4
    longest = max(women + men for _name, women, men, _key in bars)
    scale = (drawing.width - 70) / longest
    for name, women, men, _key in bars:
        for words in wrapped(name, drawing.width):
            drawing.height += LINE
            drawing.text(0, drawing.height - 3, words)
        y = drawing.height + 3
        drawing.rect(0, y, women * scale, 18, "women")
        drawing.rect(women * scale, y, men * scale, 18, "men")
        drawing.text((women + men) * scale + 8, y + 13, f"{number(women)} + {number(men)}", "strong")
        drawing.height = y + 30
    return drawing
