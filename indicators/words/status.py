"""Words of who a person was on the day of entry: sex, status, age, education, situation, premises."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import UNEMPLOYED, Answer, Degurba, Education, LabourDetail, LabourStatus, Sex

from ..definitions import Stage, Word
from .facts import age, premises, shown


def status_word(name, phrase, condition, field, column):
    return Word(name, phrase, condition, Stage.STATUS, column, shown(field))


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
