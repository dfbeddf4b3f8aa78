"""Every value of the official dictionaries (domain notes, section 3), and the field in which it can be chosen.

A table to be read beside the paper: the official form, the field, the label as the paper has it. Letter case does not count.
"""

import pytest

from activities.vocabulary import SupportDetail, SupportKind
from participants.forms.premises import kinds_offered
from participants.vocabulary import InstitutionKind, LabourDetail, PremiseKind, Scope, Situation, offered
from projects.models import ProgrammingPeriod

from ..factories import ProjectFactory, TeamMemberFactory
from .paper import address

SL2014 = """
participant_kind   indywidualny
participant_kind   pracownik lub przedstawiciel instytucji/podmiotu
sex                kobieta
sex                mężczyzna
education          niższe niż podstawowe (ISCED 0)
education          podstawowe (ISCED 1)
education          gimnazjalne (ISCED 2)
education          ponadgimnazjalne (ISCED 3)
education          policealne (ISCED 4)
education          wyższe (ISCED 5–8)
degurba            1 – miasta, obszary gęsto zaludnione
degurba            2 – miasta i przedmieścia, obszary pośrednie
degurba            3 – obszary wiejskie, słabo zaludnione
labour_status      osoba bezrobotna zarejestrowana w ewidencji urzędów pracy
labour_status      osoba bezrobotna niezarejestrowana w ewidencji urzędów pracy
labour_status      osoba bierna zawodowo
labour_status      osoba pracująca
labour_detail      osoba długotrwale bezrobotna
labour_detail      inne
labour_detail      osoba ucząca się
labour_detail      osoba nieuczestnicząca w kształceniu lub szkoleniu
labour_detail      osoba pracująca w administracji rządowej
labour_detail      osoba pracująca w administracji samorządowej
labour_detail      osoba pracująca w dużym przedsiębiorstwie
labour_detail      osoba pracująca w MMŚP
labour_detail      osoba pracująca w organizacji pozarządowej
labour_detail      osoba prowadząca działalność na własny rachunek
occupation         instruktor praktycznej nauki zawodu
occupation         kluczowy pracownik instytucji pomocy i integracji społecznej
occupation         nauczyciel kształcenia ogólnego
occupation         nauczyciel kształcenia zawodowego
occupation         nauczyciel wychowania przedszkolnego
occupation         pracownik instytucji rynku pracy
occupation         pracownik instytucji systemu ochrony zdrowia
occupation         pracownik instytucji systemu wspierania rodziny i pieczy zastępczej
occupation         pracownik instytucji szkolnictwa wyższego
occupation         pracownik ośrodka wsparcia ekonomii społecznej
occupation         pracownik poradni psychologiczno-pedagogicznej
occupation         rolnik
occupation         inny
minority           tak
minority           nie
minority           odmowa
homeless           tak
homeless           nie
jobless_household        tak
jobless_household        nie
household_children       tak
household_children       nie
single_adult_household   tak
single_adult_household   nie
disability         tak
disability         nie
disability         odmowa
other_disadvantage tak
other_disadvantage nie
other_disadvantage odmowa
"""

SMEFS = """
citizenship        obywatelstwo polskie
citizenship        brak polskiego obywatelstwa – obywatel kraju UE
citizenship        brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE lub bezpaństwowiec
participant_kind   indywidualny
participant_kind   pracownik lub przedstawiciel instytucji/podmiotu
sex                kobieta
sex                mężczyzna
education          średnie I stopnia lub niższe (ISCED 0–2)
education          ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)
education          wyższe (ISCED 5–8)
degurba            1 – miasta, obszary gęsto zaludnione
degurba            2 – miasta i przedmieścia, obszary pośrednie
degurba            3 – obszary wiejskie, słabo zaludnione
labour_status      osoba bezrobotna
labour_status      osoba bierna zawodowo
labour_status      osoba pracująca
labour_detail      osoba długotrwale bezrobotna
labour_detail      inne
labour_detail      osoba nieuczestnicząca w kształceniu lub szkoleniu
labour_detail      osoba uczestnicząca w kształceniu lub szkoleniu
labour_detail      osoba prowadząca działalność na własny rachunek
labour_detail      osoba pracująca w administracji rządowej
labour_detail      osoba pracująca w administracji samorządowej
labour_detail      osoba pracująca w organizacji pozarządowej
labour_detail      osoba pracująca w MMŚP
labour_detail      osoba pracująca w dużym przedsiębiorstwie
labour_detail      osoba pracująca w podmiocie wykonującym działalność leczniczą
labour_detail      osoba pracująca w szkole lub placówce systemu oświaty (kadra pedagogiczna)
labour_detail      osoba pracująca w szkole lub placówce systemu oświaty (kadra niepedagogiczna)
labour_detail      osoba pracująca w szkole lub placówce systemu oświaty (kadra zarządzająca)
labour_detail      osoba pracująca na uczelni
labour_detail      osoba pracująca w instytucie naukowym
labour_detail      osoba pracująca w instytucie badawczym
labour_detail      osoba pracująca w Sieci Badawczej Łukasiewicz
labour_detail      osoba pracująca w międzynarodowym instytucie naukowym
labour_detail      osoba pracująca dla federacji podmiotów systemu szkolnictwa wyższego i nauki
labour_detail      osoba pracująca na rzecz państwowej osoby prawnej
foreign_origin     tak
foreign_origin     nie
third_country      tak
third_country      nie
minority           tak
minority           nie
minority           odmowa
homeless           tak
homeless           nie
disability         tak
disability         nie
disability         odmowa
"""

# Fields of the paper that have no dictionary, by the name of the field that takes them.
WRITTEN = {
    "sl2014": "last_name first_name pesel no_pesel other_identifier birth_date country voivodeship county commune place street house "
    "flat postcode phone email entered_on delegated_by employer education_ends_on",
    "smefs": "last_name first_name pesel no_pesel other_identifier birth_date country voivodeship county commune place postcode phone "
    "email entered_on institution education_ends_on support_range",
}
VOIVODESHIPS = (
    "dolnośląskie kujawsko-pomorskie lubelskie lubuskie łódzkie małopolskie mazowieckie opolskie podkarpackie podlaskie pomorskie "
    "śląskie świętokrzyskie warmińsko-mazurskie wielkopolskie zachodniopomorskie"
).split()
INSTITUTIONS = [
    *("przedszkole", "szkoła", "placówka systemu oświaty", "instytucja rynku pracy", "jednostka naukowa", "uczelnia"),
    *("administracja rządowa", "administracja samorządowa", "podmiot ekonomii społecznej", "przedsiębiorstwo MMŚP"),
    *("duże przedsiębiorstwo", "inne"),
]
SITUATIONS = [
    "osoba nabyła kompetencje",
    "osoba podjęła kształcenie lub szkolenie",
    "osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek",
    "osoba poszukująca pracy",
    "osoba uzyskała kwalifikacje",
    "osoba kontynuuje zatrudnienie",
    "sytuacja społeczna uległa poprawie",
    "inne",
    "nie dotyczy",
]
SUPPORTS = [
    *("doradztwo/konsultacje", "szkolenie/kurs", "staż/praktyka", "usługa aktywnej integracji", "usługi społeczne"),
    *("pośrednictwo pracy", "subsydiowanie zatrudnienia", "środki na rozpoczęcie działalności gospodarczej"),
    *("instrument wsparcia ekonomii społecznej", "studia", "inne"),
]
SUPPORT_DETAILS = [
    *("pomoc psychologiczna", "doradztwo zawodowe", "doradztwo/pomoc prawna", "usługa o charakterze społecznym"),
    *("usługa o charakterze zawodowym", "usługa o charakterze edukacyjnym", "usługa o charakterze zdrowotnym"),
    *("usługi asystenckie", "usługi opiekuńcze", "mieszkania wspomagane", "wsparcie rodziny", "piecza zastępcza"),
]
ART_7 = [
    *(
        "ubóstwo",
        "sieroctwo",
        "bezdomność",
        "bezrobocie",
        "niepełnosprawność",
        "długotrwała lub ciężka choroba",
        "przemoc domowa",
    ),
    *("ochrona ofiar handlu ludźmi", "ochrona macierzyństwa lub wielodzietności", "bezradność opiekuńczo-wychowawcza"),
    *("trudności w integracji cudzoziemców", "trudności po zwolnieniu z zakładu karnego", "alkoholizm lub narkomania"),
    *("zdarzenie losowe lub sytuacja kryzysowa", "klęska żywiołowa lub ekologiczna"),
]
OTHER_PREMISES = [
    "osoba z art. 1 ust. 2 ustawy o zatrudnieniu socjalnym",
    "piecza zastępcza lub rodzina z trudnościami opiekuńczo-wychowawczymi",
    "nieletni ze środkami zapobiegania demoralizacji",
    "przebywa w młodzieżowym ośrodku wychowawczym lub socjoterapii",
    "osoba z niepełnosprawnością",
    "opiekuje się osobą z niepełnosprawnością i z tego powodu nie pracuje",
    "potrzebuje wsparcia w codziennym funkcjonowaniu",
    "bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań",
    "odbywa karę pozbawienia wolności",
    "korzysta z programu pomocy żywnościowej (PO PŻ, FE PŻ)",
]
SINCE_2021 = [
    *("długotrwale bezrobotna (2021–2027)", "bierna zawodowo (2021–2027)"),
    "opuściła zakład karny w ostatnich 12 miesiącach (2021–2027)",
    "obcego pochodzenia lub objęta ochroną czasową (2021–2027)",
]


def rows(table):
    return [tuple(line.split(maxsplit=1)) for line in table.strip().splitlines()]


def flat(choices):
    """The labels of a field, those inside groups among them."""
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            yield from flat(label)
        elif value != "":
            yield str(label).casefold()


@pytest.fixture
def form_of(client_of, social_worker):
    def shown(period, starts_on):
        project = ProjectFactory(period=period, starts_on=starts_on)
        TeamMemberFactory(project=project, user=social_worker, role="social_worker")
        return client_of(social_worker).get(address("add", project)).context["form"]

    return shown


FORMS = {
    "sl2014": (ProgrammingPeriod.ESF_2014, "2017-01-01", SL2014),
    "smefs": (ProgrammingPeriod.ESF_PLUS_2021, "2024-01-01", SMEFS),
}


@pytest.mark.django_db
@pytest.mark.parametrize("scope", FORMS)
def test_every_value_of_the_paper_can_be_chosen_and_no_other(form_of, scope):
    period, starts_on, table = FORMS[scope]
    fields = form_of(period, starts_on).fields
    wanted = {}
    for name, label in rows(table):
        wanted.setdefault(name, set()).add(label.casefold())
    assert {name: set(flat(fields[name].choices)) for name in wanted} == wanted


@pytest.mark.django_db
@pytest.mark.parametrize("scope", FORMS)
def test_every_field_of_the_paper_without_a_dictionary_can_be_written(form_of, scope):
    period, starts_on, _table = FORMS[scope]
    fields = form_of(period, starts_on).fields
    assert not set(WRITTEN[scope].split()) - set(fields)
    assert list(flat(fields["voivodeship"].choices)) == VOIVODESHIPS


def labels(vocabulary):
    return [str(label) for label in vocabulary.labels]


@pytest.mark.parametrize(
    ("vocabulary", "wanted"),
    [
        (InstitutionKind, INSTITUTIONS),
        (Situation, SITUATIONS),
        (SupportKind, SUPPORTS),
        (SupportDetail, SUPPORT_DETAILS),
        (
            PremiseKind,
            [*[f"korzysta z pomocy społecznej – {reason}" for reason in ART_7], *OTHER_PREMISES, *SINCE_2021],
        ),
    ],
    ids=["types of institutions", "situations on leaving", "kinds of support", "their w tym", "premises"],
)
def test_every_other_dictionary_is_whole_and_in_order(vocabulary, wanted):
    assert labels(vocabulary) == wanted


def test_premises_of_2021_are_asked_since_2021_only():
    assert not {str(kind.label) for kind in kinds_offered(Scope.SL2014)} & set(SINCE_2021)
    assert {str(kind.label) for kind in kinds_offered(Scope.SMEFS)} == set(labels(PremiseKind))


def test_a_value_of_one_form_is_worded_as_that_form_words_it():
    assert ("in_education", "osoba ucząca się") in [(v, str(w)) for v, w in offered_details(Scope.SL2014)]
    assert ("in_education", "osoba uczestnicząca w kształceniu lub szkoleniu") in [
        (v, str(w)) for v, w in offered_details(Scope.SMEFS)
    ]


def offered_details(scope):
    return offered(LabourDetail, scope)
