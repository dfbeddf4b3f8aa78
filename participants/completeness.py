"""What is missing for the institution, in words: the panel beside the form, the line under a badge.

The rules are in ``requirements``. Here a participation that is only being typed gets the columns which the database keeps for a
saved one, so that the same rules answer for both.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, plural

from .requirements import asked_of
from .vocabulary import UNEMPLOYED, Answer, Citizenship, LabourStatus

NAMED = 3  # how many gaps a line names before it only counts
SHOWN = 8  # how many gaps the panel shows at once


def keep_facts(participation, person):
    """Fills in memory what the trigger ``participation_keep_facts`` keeps of the person in the database."""
    participation.sex = person.sex
    participation.birth_date = person.birth_date
    participation.has_name = bool(person.last_name and person.first_name)
    participation.has_identifier = bool(person.pesel or person.other_identifier)
    participation.has_phone = bool(person.phone)
    participation.has_email = bool(person.email)


def completed_years(born, on):
    """Whole years from birth to a day, as the database counts them; None where a date is missing or the day is before birth."""
    if not born or not on or on < born:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def remarks(participation, person):
    """What is allowed and yet unlikely: a list of sentences for the person who types."""
    found = []
    age = completed_years(person.birth_date, participation.entered_on)
    works_or_seeks = participation.labour_status in (*UNEMPLOYED, LabourStatus.EMPLOYED)
    if age is not None and age < 15 and works_or_seeks:
        found.append(
            _("Osoba przed 15. rokiem życia nie bywa pracująca ani bezrobotna. Sprawdź status i datę urodzenia.")
        )
    if participation.third_country == Answer.YES and participation.citizenship == Citizenship.POLISH:
        found.append(_("Obywatel państwa trzeciego nie ma zwykle obywatelstwa polskiego. Sprawdź obie odpowiedzi."))
    return found


@dataclass(frozen=True)
class Gap:
    """One thing to do: the field to go to, its name, and whether it is filled in wrongly rather than empty."""

    field: str
    name: str
    is_wrong: bool = False


@dataclass(frozen=True)
class Completeness:
    """How complete one official form is: what is to be done, of how many required fields, and what looks unlikely."""

    gaps: list[Gap]
    total: int
    remarks: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, participation):
        """Of a saved participation."""
        gaps = [Gap(requirement.field, requirement.name) for requirement in participation.missing()]
        return cls(gaps, len(asked_of(participation)), remarks(participation, participation.person))

    @classmethod
    def of_form(cls, form):
        """Of an ``EntryForm`` as it is filled in, saved or not."""
        participation, person = form.instance, form.person
        keep_facts(participation, person)
        participation.citizenship = form.typed_citizenship
        wrong = [Gap(name, form.fields[name].label, is_wrong=True) for name in form.fields if name in form.errors]
        empty = [Gap(form.place_of(requirement.field), requirement.name) for requirement in participation.missing()]
        gaps = wrong + [gap for gap in empty if gap.field not in form.errors]
        return cls(gaps, len(asked_of(participation)), remarks(participation, person))

    @property
    def first_gaps(self):
        return self.gaps[:SHOWN]

    @property
    def further_gaps(self):
        return self.gaps[SHOWN:]

    @property
    def missing(self):
        return [gap for gap in self.gaps if not gap.is_wrong]

    @property
    def wrong(self):
        return [gap for gap in self.gaps if gap.is_wrong]

    @property
    def is_complete(self):
        return not self.gaps

    @property
    def percent(self):
        """Per cent of the required fields that are filled and right."""
        return max(0, self.total - len(self.gaps)) * 100 / self.total

    @property
    def sentence(self):
        """ "Brakuje 2 z 21 pól, jedno jest do poprawy.\""""
        gaps, wrong = len(self.missing), len(self.wrong)
        if self.is_complete:
            return _("Niczego nie brakuje.")
        if not gaps:
            return _("Niczego nie brakuje, ale %(wrong)s.") % {"wrong": _to_mend(wrong)}
        told = _("Brakuje %(gaps)s z %(total)s pól") % {"gaps": gaps, "total": self.total}
        return f"{told}, {_to_mend(wrong)}." if wrong else f"{told}."

    @property
    def in_line(self):
        """The gaps in one line: "wykształcenie, telefon lub e-mail", the rest counted: "i 5 innych pól\"."""
        return in_line([str(gap.name) for gap in self.gaps])

    @property
    def in_short(self):
        """The same for the save bar of a phone: "Brakuje 2 pól, 1 do poprawy\"."""
        gaps, wrong = len(self.missing), len(self.wrong)
        if self.is_complete:
            return _("Niczego nie brakuje")
        parts = [_("Brakuje %(fields)s") % {"fields": counted(gaps, "pola", "pól", "pól")}] if gaps else []
        parts += [_("%(n)s do poprawy") % {"n": wrong}] if wrong else []
        return ", ".join(parts)


def _to_mend(n):
    if n == 1:
        return _("jedno jest do poprawy")
    return f"{n} {plural(n, 'jest do poprawy', 'są do poprawy', 'jest do poprawy')}"


def gaps_in_line(participation):
    """The gaps of a draft in one line."""
    return in_line([str(gap.name) for gap in participation.missing()])


def in_line(names):
    """A few names in one line, the rest counted: "wykształcenie, powiat, gmina i 5 innych pól\"."""
    if len(names) <= NAMED + 1:
        return ", ".join(names)
    rest = len(names) - NAMED
    return _("%(names)s i %(rest)s") % {
        "names": ", ".join(names[:NAMED]),
        "rest": counted(rest, "inne pole", "inne pola", "innych pól"),
    }
