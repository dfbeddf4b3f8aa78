"""Words of a person's situation on the day of entry: education, home, disability, origin, household, premises of being at risk."""

from functools import partial

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import (
    SEVERE_KINDS,
    Answer,
    Citizenship,
    Degurba,
    DisabilityDegree,
    DisabilityKind,
    Education,
    PremiseKind,
)

from ..definitions import Stage, Word
from .facts import answers, premises
from .status import Filled, status_word

PROVED = "yes"  # what a participation keeps for each kind of premise that has its document

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
LEVELS = {
    level: status_word(
        f"education_{level}",  # "isced_0_2" and the like are the wider words above
        Filled(_("ma wykształcenie %(level)s"), level=level.label),
        Q(education=level),
        "education",
        EDUCATION,
    )
    for level in Education
}
in_school = status_word(
    "in_school",
    _("ma planowaną datę zakończenia edukacji"),
    Q(education_ends_on__isnull=False),
    "education_ends_on",
    _("Szkoła"),
)


DISABILITY = _("Niepełnosprawność")
SITUATION = _("Sytuacja")


def answered(field, phrase, column):
    """The person answered yes; a refusal and an empty field are no yes."""
    return status_word(field, phrase, Q(**{field: Answer.YES}), field, column)


with_disability = answered("disability", _("jest osobą z niepełnosprawnościami"), DISABILITY)
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
of_household = partial(answered, column=_("Gospodarstwo"))
jobless_household = of_household("jobless_household", _("żyje w gospodarstwie bez osób pracujących"))
household_with_children = of_household(
    "household_children", _("żyje w gospodarstwie bez osób pracujących, z dziećmi na utrzymaniu")
)
single_adult_household = of_household(
    "single_adult_household", _("żyje w gospodarstwie z jedną osobą dorosłą i dziećmi na utrzymaniu")
)

DEGURBA = _("Obszar")
urban = status_word(
    "urban",
    _("mieszka w mieście, na obszarze gęsto zaludnionym (DEGURBA 1)"),
    Q(degurba=Degurba.URBAN),
    "degurba",
    DEGURBA,
)
intermediate = status_word(
    "intermediate", _("mieszka na obszarze pośrednim (DEGURBA 2)"), Q(degurba=Degurba.INTERMEDIATE), "degurba", DEGURBA
)
rural = status_word(
    "rural", _("mieszka na obszarze wiejskim (DEGURBA 3)"), Q(degurba=Degurba.RURAL), "degurba", DEGURBA
)

without_disability = status_word(
    "without_disability",
    _("odpowiedziała, że nie ma niepełnosprawności"),
    Q(disability=Answer.NO),
    "disability",
    DISABILITY,
)
DEGREES = {
    degree: status_word(
        f"degree_{degree}",
        Filled(_("ma niepełnosprawność, stopień %(degree)s"), degree=degree.label),
        Q(disability=Answer.YES, disability_degree=degree),
        "disability_degree",
        DISABILITY,
    )
    for degree in DisabilityDegree
}
KINDS = {
    kind: status_word(
        f"disability_{kind}",
        Filled(_("rodzaj niepełnosprawności: %(kind)s"), kind=kind.label),
        Q(disability=Answer.YES, disability_kind=kind),
        "disability_kind",
        DISABILITY,
    )
    for kind in DisabilityKind
}
severely_disabled = Word(
    "severely_disabled",
    _("ma niepełnosprawność w stopniu znacznym, intelektualną lub sprzężoną"),
    Q(disability=Answer.YES) & (Q(disability_degree=DisabilityDegree.SEVERE) | Q(disability_kind__in=SEVERE_KINDS)),
    Stage.STATUS,
    DISABILITY,
    answers("disability", "disability_degree", "disability_kind"),
)

CITIZENS = {
    citizenship: status_word(
        f"citizen_{citizenship}", citizenship.label, Q(citizenship=citizenship), "citizenship", _("Obywatelstwo")
    )
    for citizenship in Citizenship
}

disadvantaged = Word(
    "disadvantaged",
    _("jest w niekorzystnej sytuacji: mniejszość, niepełnosprawność lub inna"),
    Q(minority=Answer.YES) | Q(disability=Answer.YES) | Q(other_disadvantage=Answer.YES),
    Stage.STATUS,
    SITUATION,
    answers("minority", "disability", "other_disadvantage"),
)
# Until CO12–CO14 were deleted, the household made a person disadvantaged too.
disadvantaged_with_household = Word(
    "disadvantaged_with_household",
    _(
        "jest w niekorzystnej sytuacji: gospodarstwo bez osób pracujących lub z jedną osobą dorosłą, mniejszość, niepełnosprawność lub inna"
    ),
    disadvantaged.condition | Q(jobless_household=Answer.YES) | Q(single_adult_household=Answer.YES),
    Stage.STATUS,
    SITUATION,
    answers("jobless_household", "single_adult_household", "minority", "disability", "other_disadvantage"),
)

at_risk = Word(
    "at_risk",
    _("ma udokumentowaną co najmniej jedną przesłankę zagrożenia ubóstwem lub wykluczeniem"),
    Q(has_premise=True),
    Stage.STATUS,
    _("Przesłanka"),
    premises,
)
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

PREMISES = {
    kind: Word(
        f"premise_{kind}",
        Filled(_("ma udokumentowaną przesłankę: %(kind)s"), kind=kind.label),
        Q(**{f"premise_kinds__{kind}": PROVED}),
        Stage.STATUS,
        _("Przesłanka"),
        premises,
    )
    for kind in PremiseKind
}
