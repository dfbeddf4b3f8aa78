"""The words: every fact an indicator may ask for, once, with its Polish sentence and the fact that proves it.

A condition speaks of plain columns of the participation (a system check refuses anything that could multiply rows).
"""

from datetime import date

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import (
    EXITS_FOR_EFFECTIVENESS,
    UNEMPLOYED,
    Answer,
    Degurba,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    OutcomeKind,
    Sex,
)

from .definitions import DAY, DAY_TEXT, Stage, Word

NONE = "–"


def day(value):
    return date_format(value, "DATE_FORMAT") if value else NONE


def shown(field):
    """The fact that a column of the participation holds, in official words."""

    def fact(participation):
        value = getattr(participation, field)
        display = getattr(participation, f"get_{field}_display", None)
        if isinstance(value, date):
            return day(value)
        return (display() if display else str(value)) if value not in ("", None) else NONE

    return fact


def proof(*kinds):
    """The proofs of these kinds that a person has: date, which day after leaving, what and which document."""

    def fact(participation):
        found = [outcome for outcome in participation.outcomes.all() if outcome.kind in kinds]
        return "; ".join(_proof(participation, outcome) for outcome in found) or NONE

    return fact


def _proof(participation, outcome):
    parts = [
        day(outcome.obtained_on) + _which_day(participation, outcome),
        outcome.title,
        outcome.evidence,
    ]
    return ", ".join(part for part in parts if part)


def _which_day(participation, outcome):
    days = (outcome.obtained_on - participation.left_on).days if participation.left_on else -1
    if days < 0:
        return ""
    return gettext(" (w dniu zakończenia)") if days == 0 else gettext(" (%(days)s. dzień)") % {"days": days}


def premises(participation):
    found = [premise for premise in participation.premises.all() if premise.document]
    return "; ".join(premise.short for premise in found) or NONE


def data(participation):
    missing = participation.missing() if not participation.is_complete else []
    return gettext("komplet") if not missing else ", ".join(str(requirement.name) for requirement in missing)


def age(participation):
    years = participation.age_at_entry
    return NONE if years is None else ngettext("%(years)s lat", "%(years)s lat", years) % {"years": years}


def leaving(participation):
    return day(participation.left_on) if participation.left_on else gettext("udział trwa")


def status_word(name, phrase, condition, field, column):
    return Word(name, phrase, condition, Stage.STATUS, column, shown(field))


# the way: data, entry, leaving
complete = Word(
    "complete",
    _("ma komplet danych wymaganych przez instytucję"),
    Q(is_complete=True),
    Stage.DATA,
    _("Dane"),
    data,
)
entered = Word(
    "entered",
    _("rozpoczęła udział nie później niż {day}"),
    Q(entered_on__lte=DAY),
    Stage.ENTRY,
    _("Przystąpienie"),
    shown("entered_on"),
)
left = Word(
    "left",
    _("zakończyła udział nie później niż {day} – także przed czasem"),
    Q(left_on__lte=DAY),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
finished = Word(
    "finished",
    _("zakończyła udział zgodnie ze ścieżką nie później niż {day}"),
    Q(left_on__lte=DAY, exit_reason=ExitReason.COMPLETED),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
ended_for_effectiveness = Word(
    "ended_for_effectiveness",
    _("zakończyła udział zgodnie ze ścieżką albo przerwała go tylko z powodu podjęcia pracy"),
    Q(left_on__lte=DAY, exit_reason__in=EXITS_FOR_EFFECTIVENESS),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)

# who she was on the day of entry
at_risk = Word(
    "at_risk",
    _("ma udokumentowaną co najmniej jedną przesłankę zagrożenia ubóstwem lub wykluczeniem"),
    Q(has_premise=True),
    Stage.STATUS,
    _("Przesłanka"),
    premises,
)
woman = status_word("woman", _("jest kobietą"), Q(sex=Sex.FEMALE), "sex", _("Płeć"))
man = status_word("man", _("jest mężczyzną"), Q(sex=Sex.MALE), "sex", _("Płeć"))
surroundings = status_word(
    "surroundings",
    _("należy do otoczenia osób zagrożonych"),
    Q(is_surroundings=True),
    "is_surroundings",
    _("Otoczenie"),
)
not_surroundings = status_word(
    "not_surroundings",
    _("nie jest osobą z otoczenia"),
    Q(is_surroundings=False),
    "is_surroundings",
    _("Otoczenie"),
)

STATUS = _("Status przy wejściu")
DETAIL = _("Status: w tym")
unemployed = status_word(
    "unemployed",
    _("w dniu przystąpienia była bezrobotna"),
    Q(labour_status__in=UNEMPLOYED),
    "labour_status",
    STATUS,
)
long_term_unemployed = status_word(
    "long_term_unemployed",
    _("była długotrwale bezrobotna"),
    Q(labour_detail=LabourDetail.LONG_TERM),
    "labour_detail",
    DETAIL,
)
inactive = status_word(
    "inactive",
    _("w dniu przystąpienia była bierna zawodowo"),
    Q(labour_status=LabourStatus.INACTIVE),
    "labour_status",
    STATUS,
)
not_in_education = status_word(
    "not_in_education",
    _("nie uczestniczyła w kształceniu ani szkoleniu"),
    Q(labour_detail=LabourDetail.NOT_IN_EDUCATION),
    "labour_detail",
    DETAIL,
)
was_not_learning = status_word(
    "was_not_learning",
    _("w dniu przystąpienia nie uczyła się"),
    ~Q(labour_detail=LabourDetail.IN_EDUCATION),
    "labour_detail",
    DETAIL,
)
employed = status_word(
    "was_employed",
    _("w dniu przystąpienia pracowała"),
    Q(labour_status=LabourStatus.EMPLOYED),
    "labour_status",
    STATUS,
)
jobless = status_word(
    "jobless",
    _("w dniu przystąpienia była bezrobotna albo bierna zawodowo"),
    Q(labour_status__in=(*UNEMPLOYED, LabourStatus.INACTIVE)),
    "labour_status",
    STATUS,
)
jobless_out_of_education = status_word(
    "jobless_out_of_education",
    _("była bezrobotna albo bierna zawodowo i poza kształceniem"),
    Q(labour_status__in=UNEMPLOYED) | Q(labour_detail=LabourDetail.NOT_IN_EDUCATION),
    "labour_status",
    STATUS,
)


def aged(low=None, high=None):
    """Completed years on the day of entry, both ends included; an open end is None."""
    if high is None:
        phrase, condition = (
            _("w dniu przystąpienia miała co najmniej %(low)s lat"),
            Q(age_at_entry__gte=low),
        )
    elif low is None:
        phrase, condition = (
            _("w dniu przystąpienia miała najwyżej %(high)s lat"),
            Q(age_at_entry__lte=high),
        )
    else:
        phrase, condition = (
            _("w dniu przystąpienia miała od %(low)s do %(high)s lat"),
            Q(age_at_entry__range=(low, high)),
        )
    return Word(
        f"aged:{low or ''}-{high or ''}",
        _Filled(phrase, low=low, high=high),
        condition,
        Stage.STATUS,
        _("Wiek"),
        age,
    )


class _Filled:
    """A lazily translated sentence with numbers put in when it is read."""

    def __init__(self, phrase, **values):
        self.phrase, self.values = phrase, values

    def __str__(self):
        return str(self.phrase) % self.values


EDUCATION = _("Wykształcenie")
primary_or_lower_secondary = status_word(
    "isced_1_2",
    _("ma wykształcenie podstawowe lub gimnazjalne (ISCED 1–2)"),
    Q(education__in=(Education.ISCED_1, Education.ISCED_2)),
    "education",
    EDUCATION,
)
at_most_lower_secondary = status_word(
    "isced_0_2",
    _("ma wykształcenie co najwyżej średnie I stopnia (ISCED 0–2)"),
    Q(
        education__in=(
            Education.ISCED_0,
            Education.ISCED_1,
            Education.ISCED_2,
            Education.ISCED_0_2,
        )
    ),
    "education",
    EDUCATION,
)
upper_secondary = status_word(
    "isced_3_4",
    _("ma wykształcenie ponadgimnazjalne lub policealne (ISCED 3–4)"),
    Q(education__in=(Education.ISCED_3, Education.ISCED_4, Education.ISCED_3_4)),
    "education",
    EDUCATION,
)
tertiary = status_word(
    "isced_5_8",
    _("ma wykształcenie wyższe (ISCED 5–8)"),
    Q(education=Education.ISCED_5_8),
    "education",
    EDUCATION,
)


def answered(field, phrase, column):
    """The person answered yes; a refusal and an empty field are no yes."""
    return status_word(field, phrase, Q(**{field: Answer.YES}), field, column)


with_disability = answered("disability", _("jest osobą z niepełnosprawnościami"), _("Niepełnosprawność"))
of_minority = answered(
    "minority",
    _("należy do mniejszości, jest migrantką lub osobą obcego pochodzenia"),
    _("Mniejszość"),
)
homeless = answered("homeless", _("jest bezdomna lub wykluczona z dostępu do mieszkań"), _("Bezdomność"))
otherwise_disadvantaged = answered(
    "other_disadvantage",
    _("jest w innej niekorzystnej sytuacji społecznej"),
    _("Inna sytuacja"),
)
foreign_origin = answered("foreign_origin", _("jest obcego pochodzenia"), _("Obce pochodzenie"))
third_country = answered("third_country", _("jest obywatelką państwa trzeciego"), _("Państwo trzecie"))
jobless_household = answered(
    "jobless_household",
    _("żyje w gospodarstwie bez osób pracujących"),
    _("Gospodarstwo"),
)
rural = status_word(
    "rural",
    _("mieszka na obszarze wiejskim (DEGURBA 3)"),
    Q(degurba=Degurba.RURAL),
    "degurba",
    _("Obszar"),
)
disadvantaged = Word(
    "disadvantaged",
    _("jest w niekorzystnej sytuacji: mniejszość, niepełnosprawność lub inna"),
    Q(minority=Answer.YES) | Q(disability=Answer.YES) | Q(other_disadvantage=Answer.YES),
    Stage.STATUS,
    _("Sytuacja"),
    shown("other_disadvantage"),
)

# what she achieved, proved by the 28th day after leaving
PROVED = _("Potwierdzenie do 28. dnia")


def proved(name, phrase, condition, *kinds, note=""):
    return Word(name, phrase, condition, Stage.PROOF, PROVED, proof(*kinds), note, kinds)


NO_ATTENDANCE_CERTIFICATE = _("Zaświadczenie o samym udziale nie wystarcza.")
qualified = proved(
    "qualified",
    _("kwalifikację potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(qualified_on__lte=DAY),
    OutcomeKind.QUALIFICATION,
    note=NO_ATTENDANCE_CERTIFICATE,
)
qualified_or_competent = proved(
    "qualified_or_competent",
    _("kwalifikację lub kompetencję potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(qualified_on__lte=DAY) | Q(competent_on__lte=DAY),
    OutcomeKind.QUALIFICATION,
    OutcomeKind.COMPETENCE,
    note=NO_ATTENDANCE_CERTIFICATE,
)
working = proved(
    "employed",
    _("pracę potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(employed_on__lte=DAY),
    OutcomeKind.EMPLOYMENT,
)
own_business = proved(
    "business",
    _("założyła własną działalność najpóźniej 28. dnia po zakończeniu"),
    Q(business_on__lte=DAY),
    OutcomeKind.EMPLOYMENT,
)
seeking = proved(
    "seeking",
    _("poszukiwanie pracy potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(seeking_on__lte=DAY),
    OutcomeKind.JOB_SEARCH,
)
studying = proved(
    "studying",
    _("podjęła kształcenie lub szkolenie najpóźniej 28. dnia po zakończeniu"),
    Q(studying_on__lte=DAY),
    OutcomeKind.EDUCATION,
)
progressed = proved(
    "progressed",
    _("poprawę sytuacji społecznej potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(progressed_on__lte=DAY),
    OutcomeKind.SOCIAL_PROGRESS,
)
volunteering = proved(
    "volunteering",
    _("podjęła wolontariat najpóźniej 28. dnia po zakończeniu"),
    Q(volunteering_on__lte=DAY),
    OutcomeKind.SOCIAL_PROGRESS,
)
any_result = proved(
    "any_result",
    _("szuka pracy, uczy się, uzyskała kwalifikacje lub pracuje najpóźniej 28. dnia po zakończeniu"),
    Q(labour_status=LabourStatus.INACTIVE, seeking_on__lte=DAY)
    | (~Q(labour_detail=LabourDetail.IN_EDUCATION) & Q(studying_on__lte=DAY))
    | Q(qualified_on__lte=DAY)
    | (~Q(labour_status=LabourStatus.EMPLOYED) & Q(employed_on__lte=DAY)),
    OutcomeKind.JOB_SEARCH,
    OutcomeKind.EDUCATION,
    OutcomeKind.QUALIFICATION,
    OutcomeKind.EMPLOYMENT,
)


# what help she got: the key of a form of support is its name in the participation's JSON columns
def support_started(key):
    """She began this form of support by the day."""
    return Word(
        f"started:{key}",
        _("rozpoczęła tę formę wsparcia nie później niż {day}"),
        Q(**{f"supports_started__{key}__lte": DAY_TEXT}),
        Stage.STATUS,
        _("Wsparcie od"),
        lambda participation: _support_day(participation.supports_started, key),
    )


def support_finished(key):
    """She finished this form of support by the day."""
    return Word(
        f"completed:{key}",
        _("ukończyła tę formę wsparcia nie później niż {day}"),
        Q(**{f"supports_finished__{key}__lte": DAY_TEXT}),
        Stage.STATUS,
        _("Wsparcie do"),
        lambda participation: _support_day(participation.supports_finished, key),
    )


def _support_day(days, key):
    return day(date.fromisoformat(days[key])) if key in days else NONE


PLAIN = {word.name: word for word in list(globals().values()) if isinstance(word, Word)}
WITH_KEY = {"started": support_started, "completed": support_finished}


def spell(text):
    """The word of this name, as project-own indicators store them: ``entered``, ``aged:18-29``, ``started:f12``.

    Raises KeyError for a word that does not exist.
    """
    if text in PLAIN:
        return PLAIN[text]
    name, _separator, argument = text.partition(":")
    if name == "aged":
        low, high = (int(part) if part else None for part in argument.split("-"))
        return aged(low, high)
    return WITH_KEY[name](argument)
