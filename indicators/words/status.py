"""Words of who a person was on the day of entry: sex, status on the labour market, age."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import (
    EMPLOYED_DETAILS,
    UNEMPLOYED,
    LabourDetail,
    LabourStatus,
    Occupation,
    ParticipantKind,
    Sex,
)

from ..definitions import Stage, Word
from .facts import age, shown, without_work


def status_word(name, phrase, condition, field, column):
    return Word(name, phrase, condition, Stage.STATUS, column, shown(field))


class Filled:
    """A lazily translated sentence with numbers put in when it is read."""

    def __init__(self, phrase, **values):
        self.phrase, self.values = phrase, values

    def __str__(self):
        return str(self.phrase) % self.values


woman = status_word("woman", _("jest kobietą"), Q(sex=Sex.FEMALE), "sex", _("Płeć"))
man = status_word("man", _("jest mężczyzną"), Q(sex=Sex.MALE), "sex", _("Płeć"))
STATUS = _("Status przy wejściu")
DETAIL = _("Status: w tym")
unemployed = status_word(
    "unemployed",
    _("w dniu przystąpienia była bezrobotna"),
    Q(labour_status__in=UNEMPLOYED),
    "labour_status",
    STATUS,
)
registered = status_word(
    "registered",
    _("w dniu przystąpienia była bezrobotna, zarejestrowana w urzędzie pracy"),
    Q(labour_status=LabourStatus.UNEMPLOYED_REGISTERED),
    "labour_status",
    STATUS,
)
unregistered = status_word(
    "unregistered",
    _("w dniu przystąpienia była bezrobotna, niezarejestrowana w urzędzie pracy"),
    Q(labour_status=LabourStatus.UNEMPLOYED_UNREGISTERED),
    "labour_status",
    STATUS,
)
long_term_unemployed = Word(
    "long_term_unemployed",
    _("była długotrwale bezrobotna"),
    Q(is_long_term=True),
    Stage.STATUS,
    DETAIL,
    without_work,
    _("Bez pracy nieprzerwanie dłużej niż 6 miesięcy przed 25. urodzinami, dłużej niż 12 miesięcy później."),
)
short_term_unemployed = Word(
    "short_term_unemployed",
    _("była bezrobotna, ale nie długotrwale"),
    Q(labour_status__in=UNEMPLOYED, is_long_term=False),
    Stage.STATUS,
    DETAIL,
    without_work,
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
learning = status_word(
    "learning",
    _("w dniu przystąpienia była bierna zawodowo i uczyła się"),
    Q(labour_detail=LabourDetail.IN_EDUCATION),
    "labour_detail",
    DETAIL,
)
inactive_otherwise = status_word(
    "inactive_otherwise",
    _("była bierna zawodowo – „inne”"),
    Q(labour_status=LabourStatus.INACTIVE, labour_detail=LabourDetail.INACTIVE_OTHER),
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
EMPLOYED_AS = {
    detail: status_word(
        f"employed_{detail}",
        Filled(_("pracowała: %(detail)s"), detail=detail.label),
        Q(labour_status=LabourStatus.EMPLOYED, labour_detail=detail),
        "labour_detail",
        DETAIL,
    )
    for detail in EMPLOYED_DETAILS
}
WORKS_AS = {
    occupation: status_word(
        f"occupation_{occupation}",
        Filled(_("wykonywała zawód: %(occupation)s"), occupation=occupation.label),
        Q(occupation=occupation),
        "occupation",
        _("Zawód"),
    )
    for occupation in Occupation
}
delegated = status_word(
    "delegated",
    _("jest pracownikiem lub przedstawicielem instytucji"),
    Q(participant_kind=ParticipantKind.EMPLOYEE),
    "participant_kind",
    _("Rodzaj uczestnika"),
)
individual = status_word(
    "individual",
    _("przystąpiła do projektu sama, nie jako pracownik instytucji"),
    Q(participant_kind=ParticipantKind.INDIVIDUAL),
    "participant_kind",
    _("Rodzaj uczestnika"),
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
        Filled(phrase, low=low, high=high),
        condition,
        Stage.STATUS,
        _("Wiek"),
        age,
    )
