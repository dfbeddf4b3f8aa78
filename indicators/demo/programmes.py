"""The programmes that the demo projects come from, and the ministry's programme with its four calls."""

from datetime import date
from decimal import Decimal

from projects.models import Call, IndicatorList, PlannedEvent, Programme, ProgrammingPeriod

ESF = "Europejski Fundusz Społeczny"
MINISTRY_SLUG = "od-wykluczenia-do-aktywizacji"
CLOSES_ON = date(2019, 3, 21)

SILESIA_2014 = "rpo-wojewodztwa-slaskiego-2014-2020"
KUYAVIA_2014 = "rpo-wojewodztwa-kujawsko-pomorskiego-2014-2020"
HUMAN_CAPITAL = "program-operacyjny-kapital-ludzki"
SILESIA_2021 = "fundusze-europejskie-dla-slaskiego-2021-2027"

PROGRAMMES = {
    SILESIA_2014: {
        "name": "Regionalny Program Operacyjny Województwa Śląskiego na lata 2014–2020",
        "fund": ESF,
        "institution": "Samorząd Województwa Śląskiego",
        "period": ProgrammingPeriod.ESF_2014,
        "indicator_list": IndicatorList.ESF_2014,
    },
    KUYAVIA_2014: {
        "name": "Regionalny Program Operacyjny Województwa Kujawsko-Pomorskiego na lata 2014–2020",
        "fund": ESF,
        "institution": "Samorząd Województwa Kujawsko-Pomorskiego",
        "period": ProgrammingPeriod.ESF_2014,
        "indicator_list": IndicatorList.ESF_2014,
    },
    HUMAN_CAPITAL: {
        "name": "Program Operacyjny Kapitał Ludzki",
        "fund": ESF,
        "period": ProgrammingPeriod.ESF_2007,
        "indicator_list": IndicatorList.OWN,
    },
    SILESIA_2021: {
        "name": "Fundusze Europejskie dla Śląskiego 2021–2027",
        "fund": "Europejski Fundusz Społeczny Plus",
        "institution": "Samorząd Województwa Śląskiego",
        "period": ProgrammingPeriod.ESF_PLUS_2021,
        "indicator_list": IndicatorList.ESF_PLUS_2021,
    },
    MINISTRY_SLUG: {
        "name": "Od wykluczenia do aktywizacji. Program pomocy osobom wykluczonym społecznie i zawodowo",
        "edition": "edycja 2019",
        "fund": "środki Ministra Rodziny, Pracy i Polityki Społecznej",
        "institution": "Minister Rodziny, Pracy i Polityki Społecznej",
        "period": ProgrammingPeriod.NATIONAL,
        "indicator_list": IndicatorList.OWN,
        "goal": (
            "Program ma mocniej łączyć pomoc społeczną z pracą: pomagać ludziom wracać między innych i do zatrudnienia oraz "
            "zająć się młodymi między 15. a 24. rokiem życia. Konkursy są uzupełniające: w poprzednich, rozstrzygniętych "
            "31.01.2019, nie rozdano wszystkich pieniędzy. Konferencje mają podsuwać innym podmiotom nowe sposoby pomagania."
        ),
        "announced_on": date(2019, 3, 15),
        "allocation_left": Decimal("1950000.00"),
        "url": (
            "http://www.ekonomiaspoleczna.gov.pl/"
            "Od_wykluczenia_do_aktywizacji_-_ogloszenie_o_konkursie_u_zupelniajacym.4118.html"
        ),
    },
}

CALLS = [
    {
        "number": "1",
        "title": "Nowy profil usług w Klubie Integracji Społecznej",
        "purpose": "Silniejsze kluby integracji społecznej, które uczą ludzi na nowo samodzielności, ról w rodzinie i w pracy.",
        "target_group": "osoby korzystające z klubów integracji społecznej",
    },
    {
        "number": "2",
        "title": (
            "Przeciwdziałanie wykluczeniu społecznemu poprzez reintegrację społeczno-zawodową w ramach indywidualnego "
            "programu zatrudnienia socjalnego realizowanego w Centrum Integracji Społecznej"
        ),
        "purpose": (
            "Projekty, które przywracają ludzi pracy i społeczności i wyrównują ich szanse. Każdy ma też zbliżać do siebie "
            "urzędy, organizacje pozarządowe i inne ważne miejscowe instytucje."
        ),
        "target_group": "osoby bezrobotne, korzystające z pomocy społecznej oraz wykluczone społecznie i zawodowo",
    },
    {
        "number": "3",
        "title": "Aktywna Młodzież – działania na rzecz młodzieży zagrożonej wykluczeniem społecznym",
        "purpose": (
            "Nauka, profilaktyka, wychowanie, pomoc socjalna i specjalistyczna, socjoterapia i terapia dla młodych ludzi."
        ),
        "target_group": "młodzież zagrożona wykluczeniem społecznym",
        "age_from": 15,
        "age_to": 24,
    },
    {
        "number": "4",
        "title": (
            "Promocja i prezentacja dobrych praktyk aktywnych form pomocy realizowanych w centrach i klubach integracji "
            "społecznej"
        ),
        "purpose": "Pokazanie innym tego, co w centrach i klubach integracji społecznej się sprawdziło.",
        "target_group": "centra i kluby integracji społecznej",
    },
]

# The announcement names neither the five voivodeships nor the days, nor which of the calls pays for the conferences.
PLANNED_EVENTS = [
    *(f"Konferencja regionalna {number} z 5, każda w innym województwie" for number in range(1, 6)),
    "Konferencja centralna podsumowująca konferencje regionalne",
]


def programme(slug):
    """The demo programme of this slug, created if it is missing."""
    return Programme.objects.get_or_create(slug=slug, defaults={**PROGRAMMES[slug], "is_demo": True})[0]


def load_ministry_programme():
    """Saves the ministry's programme with its calls and planned events and gives it back."""
    ministry = programme(MINISTRY_SLUG)
    Call.objects.bulk_create([Call(programme=ministry, closes_on=CLOSES_ON, **call) for call in CALLS])
    PlannedEvent.objects.bulk_create([PlannedEvent(programme=ministry, name=name) for name in PLANNED_EVENTS])
    return ministry
