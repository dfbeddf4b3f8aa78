"""ABC Gospodarki Społecznej (Małopolska, 2008–2011): what its public page says. The page says what was achieved, not what was
planned, so the indicators have no targets; it gives no days, so those of the events and of the register are made up.
"""

from datetime import date

from activities.models import HeadcountEvent
from activities.vocabulary import EventKind, Mode, ServiceCharacter, SupportDetail, SupportKind
from projects.models import Award, Partner

from ..models import Counts, Kind, Register, RegisterEntry
from .abc_gospodarki_people import AREAS, add_people
from .cast import support
from .facts import answer_for, create_project, target_group
from .programmes import HUMAN_CAPITAL

SLUG = "abc-gospodarki-spolecznej"
COACHING = "Coaching – trener zatrudnienia wspieranego"
EVIDENCE = "strona projektu: opis rezultatów"
NO_DAY = "Dokument nie podaje dnia; jest przyjęty."
REGISTER = [
    (Register.INCUBATOR, "Inkubator Ekonomii Społecznej w Kluczach", date(2009, 3, 2), NO_DAY),
    (
        Register.INCUBATOR,
        "Inkubator Ekonomii Społecznej w Nowym Sączu",
        date(2009, 3, 16),
        f"Filia: Piwniczna-Zdrój. {NO_DAY}",
    ),
    (
        Register.SOCIAL_ENTERPRISE,
        "Spółdzielnia Socjalna „Opoka” w Kluczach",
        date(2010, 4, 12),
        f"Pierwsza w kraju, którą założyły dwie osoby prawne. {NO_DAY}",
    ),
    (Register.SOCIAL_ENTERPRISE, "Spółdzielnia Socjalna „Zdrojowianka” w Piwnicznej-Zdroju", date(2010, 9, 6), NO_DAY),
    (Register.ASSOCIATION, "Stowarzyszenie „Aktywne Wsparcie” w Nowym Sączu", date(2009, 11, 9), NO_DAY),
    (Register.ASSOCIATION, "Stowarzyszenie „Klucz” w Pałecznicy", date(2010, 2, 15), NO_DAY),
]
# 492 visitors in all, as the page says; how they divide into meetings is made up.
MEETINGS = [
    (date(2008, 9, 18), "Kraków", 75),
    (date(2008, 11, 20), "Klucze", 58),
    (date(2009, 3, 26), "Nowy Sącz", 64),
    (date(2009, 6, 18), "Piwniczna-Zdrój", 49),
    (date(2009, 10, 22), "Tarnów", 71),
    (date(2010, 3, 25), "Olkusz", 60),
    (date(2010, 9, 23), "Brzesko", 55),
    (date(2011, 2, 24), "Kraków", 60),
]


def load():
    """Saves the project with its people and gives it back."""
    project = _project()
    clients = target_group(
        project, "osoby, którym trudno wejść na rynek pracy lub na niego wrócić, zwykle przez obowiązki w domu"
    )
    staff = target_group(project, "pracownicy pomocy i integracji społecznej oraz partnerzy społeczni i gospodarczy")
    groups = _forms_of_support(project)
    add_people(project, clients, staff, groups)
    _add_things(project)
    _indicators(project, {name: rows[0].form_of_support for name, rows in groups.items()})
    return project


def _project():
    return create_project(
        SLUG,
        HUMAN_CAPITAL,
        title="ABC Gospodarki Społecznej",
        axis="Priorytet VII. Promocja integracji społecznej",
        measure="7.2. Przeciwdziałanie wykluczeniu społecznemu i wzmocnienie sektora ekonomii społecznej",
        submeasure="7.2.1. Aktywizacja zawodowa i społeczna osób zagrożonych wykluczeniem społecznym",
        starts_on=date(2008, 5, 1),
        ends_on=date(2011, 6, 30),
        period_note="Dokument podaje „maj 2008 r.”, bez dnia; przyjęto pierwszy dzień miesiąca.",
        area=(
            "Małopolska: Kraków, Klucze, Tarnów i Nowy Sącz oraz powiaty brzeski, bocheński, krakowski, nowosądecki, "
            "olkuski, proszowicki i tarnowski"
        ),
        goal=(
            "Ludzie, którym trudno wejść na rynek pracy lub na niego wrócić, mają być czynni zawodowo i społecznie, a "
            "podmiotów, które im w tym pomagają, ma w Małopolsce przybyć i mają lepiej działać."
        ),
        description=(
            "Projekt rozwijał ekonomię społeczną i nowe sposoby pomagania tym, którym najtrudniej o pracę. "
            "Z długotrwale bezrobotnymi pracował trener zatrudnienia wspieranego. Model powstał wcześniej w WUP w "
            "Krakowie, w projekcie PIW EQUAL „Akademia przedsiębiorczości. Rozwój alternatywnych form zatrudnienia”; tu "
            "rozszerzono go o pracę z kobietami i z osobami niepełnosprawnymi. Opracowano też model inkubatora ekonomii "
            "społecznej i według niego otwarto dwa inkubatory, z bezpłatnym doradztwem: prawo, rachunkowość, marketing, "
            "zakładanie przedsiębiorstw."
        ),
        partners=[
            (Partner.Role.LEAD, "Wojewódzki Urząd Pracy w Krakowie", "Kraków"),
            (
                Partner.Role.PARTNER,
                "Stowarzyszenie na Rzecz Zrównoważonego Rozwoju Społeczno-Gospodarczego „KLUCZ”",
                "Klucze",
            ),
            (
                Partner.Role.PARTNER,
                "Stowarzyszenie na Rzecz Wspierania Przedsiębiorczości i Inicjatyw Lokalnych „STOPIL”",
                "Nowy Sącz",
            ),
        ],
    )


def _forms_of_support(project):
    """The forms of support, by a short key; each value is the list of its groups."""
    vocational = {"character": ServiceCharacter.VOCATIONAL}
    years = {"groups": ["2008", "2009", "2010", "2011"]}
    return {
        "coaching": support(
            project,
            COACHING,
            SupportKind.COUNSELLING,
            SupportDetail.CAREER,
            mode=Mode.INDIVIDUAL,
            groups=[name for name, _town, _trainer in AREAS],
            leaders=[trainer for _name, _town, trainer in AREAS],
            areas=[name.rstrip(" 123") for name, _town, _trainer in AREAS],
            **vocational,
        ),
        "internship": support(project, "Staże zawodowe", SupportKind.INTERNSHIP, **vocational),
        "cis": support(
            project,
            "Indywidualny program zatrudnienia w CIS",
            SupportKind.ACTIVE_INTEGRATION,
            SupportDetail.VOCATIONAL,
            mode=Mode.INDIVIDUAL,
            description="Dokument mówi „kilkanaście” osób; w danych przykładowych jest ich 15.",
            **vocational,
        ),
        "training": support(project, "Szkolenia zawodowe", SupportKind.TRAINING, **years, **vocational),
        "advice": support(
            project,
            "Doradztwo w Inkubatorach Ekonomii Społecznej",
            SupportKind.SOCIAL_ECONOMY,
            mode=Mode.INDIVIDUAL,
            groups=["Klucze", "Nowy Sącz", "filia w Piwnicznej-Zdroju"],
        ),
        "founders": support(
            project,
            "Szkolenia dla zakładających podmioty aktywizacji społecznej",
            SupportKind.TRAINING,
            **years,
        ),
        "staff": support(
            project,
            "Przygotowanie pracowników instytucji i partnerów do aktywizacji",
            SupportKind.TRAINING,
            description=(
                "Dokument wymienia tych odbiorców bez liczby. W danych przykładowych są nimi wszyscy, którzy nie mieli "
                "trenera, doradztwa w inkubatorze ani szkolenia dla zakładających: 506 osób."
            ),
            **years,
        ),
    }


def _add_things(project):
    RegisterEntry.objects.bulk_create(
        [
            RegisterEntry(project=project, register=register, name=name, happened_on=day, evidence=EVIDENCE, note=note)
            for register, name, day, note in REGISTER
        ]
    )
    HeadcountEvent.objects.bulk_create(
        [
            HeadcountEvent(
                project=project,
                name="Spotkanie informacyjno-promocyjne",
                kind=EventKind.INFORMATION,
                held_on=day,
                place=place,
                visitors=visitors,
                description="Dokument podaje tylko sumę: 492 osoby; podział na spotkania jest przykładowy.",
            )
            for day, place, visitors in MEETINGS
        ]
    )
    Award.objects.create(
        project=project,
        title="Najlepsza inwestycja w człowieka 2010",
        contest="Dobre Praktyki EFS 2010",
        awarded_by="Ministerstwo Rozwoju Regionalnego",
        entered_on=date(2010, 4, 29),
        note="Zgłoszono 361 projektów, wybrano 16.",
    )


def _indicators(project, forms):
    def people(name, *words, **fields):
        return {"name": name, "words": ["complete", "entered", *words], **fields}

    def got(name, form, done="started"):
        return people(name, f"{done}:{forms[form].key}")

    def result(name, *words):
        return people(name, "left", *words, kind=Kind.RESULT)

    def register(name, register):
        return {"name": name, "kind": Kind.RESULT, "unit": "szt.", "counts": Counts.REGISTER, "register": register}

    trainers = {"counts": Counts.LEADERS, "form_of_support": forms["coaching"]}
    visitors = {"counts": Counts.VISITORS, "event_kind": EventKind.INFORMATION}
    answer_for(
        project,
        {"name": "Liczba trenerów zatrudnienia wspieranego", **trainers},
        got("Liczba osób objętych wsparciem trenera", "coaching"),
        got("Liczba osób, które zakończyły coaching", "coaching", "completed"),
        result("Liczba osób, które podjęły zatrudnienie", "employed"),
        result("Liczba osób, które założyły własne firmy", "business"),
        got("Liczba osób, które odbyły staż", "internship", "completed"),
        got("Liczba osób, które przeszły indywidualny program w CIS", "cis", "completed"),
        result("Liczba osób, które zostały wolontariuszami", "volunteering"),
        got("Liczba osób, które ukończyły szkolenia zawodowe", "training", "completed"),
        result("Liczba osób, które podjęły dalszą naukę", "studying"),
        people("Liczba osób objętych wsparciem w projekcie"),
        people("Liczba osób, które zakończyły udział w projekcie", "finished"),
        register("Liczba inkubatorów ekonomii społecznej", Register.INCUBATOR),
        register("Liczba założonych spółdzielni socjalnych", Register.SOCIAL_ENTERPRISE),
        register("Liczba założonych stowarzyszeń", Register.ASSOCIATION),
        got("Liczba osób, które skorzystały z doradztwa w inkubatorach", "advice"),
        got("Liczba osób przeszkolonych do zakładania podmiotów aktywizacji społecznej", "founders"),
        {"name": "Liczba osób na spotkaniach informacyjno-promocyjnych", **visitors},
    )
