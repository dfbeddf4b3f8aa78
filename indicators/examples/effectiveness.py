"""Worked examples of effectiveness: every clause of the employment test, and who is where in each version of the rules.

Each person left on 28.06.2024, completed the path and has had vocational and social support, unless her row says otherwise; the
90th day is 26.09.2024. The minimum wage is 4 242 zł until 30.06.2024 and 4 300 zł after. The tests run them against the real
database; the page of the rules shows them.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from participants.effectiveness import Group, Measure, Special, Terms

LEFT = date(2024, 6, 28)
LAST_DAY, DAY_AFTER = date(2024, 9, 26), date(2024, 9, 27)  # the 90th and the 91st day
LATER = date(2024, 12, 31)
COUNTS, LACKS, EXCLUDES = _("spełnia"), _("nie spełnia"), _("wyłącza z miary")


@dataclass(frozen=True)
class Job:
    """A job in words, its facts, whether it satisfies the employment test, and what it lacks."""

    who: str
    facts: dict
    verdict: str = COUNTS
    lacks: str = ""


def contract(months, time, **facts):
    """A contract of employment."""
    return {"contract_kind": "employment", "contract_months": Decimal(months), "working_time": Decimal(time), **facts}


def civil(months, value, **facts):
    """A civil-law contract."""
    return {"contract_kind": "civil", "contract_months": Decimal(months), "contract_value": Decimal(value), **facts}


def work(value, **facts):
    """A contract for a specific work without a stated time."""
    return {"contract_kind": "work", "contract_value": Decimal(value), **facts}


def business(months, **facts):
    """A business of one's own."""
    return {"contract_kind": "business", "contract_months": Decimal(months), **facts}


ON_1_JULY, ON_30_JUNE = {"obtained_on": date(2024, 7, 1)}, {"obtained_on": date(2024, 6, 30)}
SUBSIDISED = {"is_subsidised": True}

# the job in words | its facts | what comes of it | what it lacks
JOBS = [
    Job(_("umowa o pracę na 3 miesiące, pół etatu"), contract("3", "0.5")),
    Job(_("umowa o pracę na 2,9 miesiąca, cały etat"), contract("2.9", "1"), LACKS, "umowa na 2,9 miesiąca, potrzeba 3"),
    Job(_("umowa o pracę na rok, 0,49 etatu"), contract("12", "0.49"), LACKS, "wymiar 0,49 etatu, potrzeba co najmniej 0,5"),
    Job(_("umowa o pracę na 2 miesiące, ćwierć etatu"), contract("2", "0.25"), LACKS, "umowa na 2 miesiące, potrzeba 3, wymiar 0,25 etatu, potrzeba co najmniej 0,5"),
    Job(_("umowa o pracę, nie wiadomo na jak długo"), contract("3", "1") | {"contract_months": None}, LACKS, "nie podano, na ile miesięcy jest umowa, potrzeba 3"),
    Job(_("umowa o pracę, nie wiadomo w jakim wymiarze"), contract("3", "1") | {"working_time": None}, LACKS, "nie podano wymiaru etatu, potrzeba co najmniej 0,5"),
    Job(_("praca, nie wiadomo na jakiej podstawie"), {}, LACKS, "nie podano, na jakiej podstawie osoba pracuje"),
    Job(_("umowa o pracę bez dokumentu"), contract("12", "1", evidence=""), LACKS, "brak dokumentu"),
    Job(_("zlecenie na 3 miesiące za trzy płace minimalne"), civil("3", "12900", **ON_1_JULY)),
    Job(_("zlecenie na 3 miesiące o grosz tańsze"), civil("3", "12899.99", **ON_1_JULY), LACKS, "wartość 12 899,99 zł, potrzeba 3 × 4 300,00 zł = 12 900,00 zł"),
    Job(_("zlecenie dzień wcześniej, przed podwyżką płacy minimalnej"), civil("3", "12726", **ON_30_JUNE)),
    Job(_("takie samo zlecenie w dniu podwyżki"), civil("3", "12726", **ON_1_JULY), LACKS, "wartość 12 726,00 zł, potrzeba 3 × 4 300,00 zł = 12 900,00 zł"),
    Job(_("drogie zlecenie na 2 miesiące"), civil("2", "40000", **ON_1_JULY), LACKS, "umowa na 2 miesiące, potrzeba 3"),
    Job(_("zlecenie bez podanej wartości"), civil("3", "1", **ON_1_JULY) | {"contract_value": None}, LACKS, "nie podano wartości umowy, potrzeba 3 × 4 300,00 zł = 12 900,00 zł"),
    Job(_("umowa o dzieło bez określonego czasu za trzy płace minimalne"), work("12900", **ON_1_JULY)),
    Job(_("umowa o dzieło bez określonego czasu o grosz tańsza"), work("12899.99", **ON_1_JULY), LACKS, "wartość 12 899,99 zł, potrzeba 3 × 4 300,00 zł = 12 900,00 zł"),
    Job(_("własna działalność prowadzona 3 miesiące"), business("3")),
    Job(_("własna działalność prowadzona 2 miesiące"), business("2"), LACKS, "działalność prowadzona 2 miesiące, potrzeba 3"),
    Job(_("własna działalność założona za środki projektu"), business("12", is_project_funded=True), EXCLUDES, "działalność założona za środki projektu"),
    Job(_("zatrudnienie subsydiowane w projekcie, 3 miesiące pracy po refundacji"), contract("6", "1", months_after_subsidy=Decimal(3), **SUBSIDISED)),
    Job(_("zatrudnienie subsydiowane w projekcie, 2 miesiące pracy po refundacji"), contract("6", "1", months_after_subsidy=Decimal(2), **SUBSIDISED), LACKS, "po refundacji 2 miesiące pracy, potrzeba 3"),
    Job(_("zatrudnienie subsydiowane w projekcie, refundacja trwa"), contract("6", "1", **SUBSIDISED), LACKS, "nie podano, ile miesięcy osoba pracowała po refundacji, potrzeba 3"),
    Job(_("prace interwencyjne z Funduszu Pracy, bez pieniędzy projektu"), contract("6", "1")),
    Job(_("umowa o pracę zawarta w trakcie udziału"), contract("3", "1", obtained_on=date(2024, 5, 10))),
    Job(_("umowa o pracę sprzed rozpoczęcia udziału"), contract("3", "1", obtained_on=date(2024, 2, 4)), LACKS, "data 04.02.2024, przed rozpoczęciem udziału 05.02.2024"),
    Job(_("umowa o pracę z 89. dnia po zakończeniu"), contract("3", "1", obtained_on=date(2024, 9, 25))),
    Job(_("umowa o pracę z 90. dnia po zakończeniu"), contract("3", "1", obtained_on=LAST_DAY)),
    Job(_("umowa o pracę z 91. dnia po zakończeniu"), contract("3", "1", obtained_on=DAY_AFTER), LACKS, "data 27.09.2024, termin minął 26.09.2024"),
]  # fmt: skip


# --- who is where

NUMERATOR, REST, PENDING, EXCLUDED, OUTSIDE = "numerator", "rest", "pending", "excluded", "outside"
PLACES = {
    NUMERATOR: _("w liczniku i w mianowniku"),
    REST: _("tylko w mianowniku"),
    PENDING: _("czeka poza mianownikiem"),
    EXCLUDED: _("wyłączona z miary"),
    OUTSIDE: _("poza miarą"),
}


@dataclass(frozen=True)
class Way:
    """A person in words, her facts, and where the measure has her. ``terms`` are the settings of the agreement that differ."""

    measure: str
    who: str
    place: str
    facts: dict = field(default_factory=dict)
    outcomes: tuple = ()
    support: tuple = ("vocational", "social")
    terms: dict = field(default_factory=dict)
    group: str = Group.ALL
    on: date = LATER
    premise: str = ""

    @property
    def version(self):
        """By which version of the rules she is measured, in a word."""
        return _("miara łączna") if self.terms.get("is_joint") else _("dwie miary")

    @property
    def as_terms(self):
        return Terms(**self.terms)


JOB = {"kind": "employment", "obtained_on": date(2024, 7, 10), **contract("3", "1")}
POOR_JOB = JOB | {"contract_months": Decimal(2)}
OWN = {"kind": "employment", "obtained_on": date(2024, 7, 10), **business("12", is_project_funded=True)}
PROGRESS = {"kind": "social_progress", "progress_sign": "motivation", "obtained_on": date(2024, 7, 10)}
SCHOOL = {"kind": "education", "is_school_form": True, "obtained_on": date(2024, 9, 1)}
COURSE = {"kind": "education", "obtained_on": date(2024, 9, 1)}
FOR_A_JOB, DROPPED, INSIDE = {"exit_reason": "took_job"}, {"exit_reason": "dropped_out"}, {"left_on": None}
DISABLED = {"disability": "yes"}
SEVERE = DISABLED | {"disability_degree": "severe"}
INTELLECTUAL = DISABLED | {"disability_kind": "intellectual"}
MULTIPLE = DISABLED | {"disability_kind": "multiple"}
MODERATE = DISABLED | {"disability_degree": "moderate", "disability_kind": "mental"}
E, S, J = Measure.EMPLOYMENT, Measure.SOCIAL, Measure.JOINT
JOINT, ONLY_SEVERE = {"is_joint": True}, {"special": Special.SEVERE}
VOCATIONAL, SOCIAL = ("vocational",), ("social",)

# measure | the person in words | where she is | her facts | her outcomes, support, terms, group, day
WAYS = [
    # employment, two measures
    Way(E, _("ukończyła ścieżkę, ma pracę"), NUMERATOR, outcomes=(JOB,)),
    Way(E, _("przerwała udział tylko z powodu pracy"), NUMERATOR, FOR_A_JOB, (JOB,)),
    Way(E, _("przerwała z powodu pracy, która nie spełnia kryterium"), REST, FOR_A_JOB, (POOR_JOB,)),
    Way(E, _("ukończyła ścieżkę, pracy nie znalazła"), REST),
    Way(E, _("ukończyła ścieżkę, zrobiła tylko postęp społeczny"), REST, outcomes=(PROGRESS,)),
    Way(E, _("bez pracy, 90. dnia"), PENDING, on=LAST_DAY),
    Way(E, _("bez pracy, 91. dnia"), REST, on=DAY_AFTER),
    Way(E, _("ma pracę, choć termin jeszcze biegnie"), NUMERATOR, outcomes=(JOB,), on=date(2024, 7, 10)),
    Way(E, _("ta sama osoba dzień wcześniej"), PENDING, outcomes=(JOB,), on=date(2024, 7, 9)),
    Way(E, _("przerwała udział z innego powodu i ma pracę"), OUTSIDE, DROPPED, (JOB,)),
    Way(E, _("jeszcze w projekcie"), OUTSIDE, INSIDE),
    Way(E, _("miała tylko wsparcie społeczne"), OUTSIDE, outcomes=(JOB,), support=SOCIAL),
    Way(E, _("szkic bez wymaganych danych"), OUTSIDE, {"education": ""}, (JOB,)),
    Way(E, _("założyła działalność za środki projektu"), EXCLUDED, outcomes=(OWN,)),
    Way(E, _("podjęła naukę w szkole"), EXCLUDED, outcomes=(SCHOOL,)),
    Way(E, _("podjęła naukę w szkole, ale umowa tego nie wyłącza"), REST, outcomes=(SCHOOL,), terms={"excludes_school": False}),
    Way(E, _("podjęła kurs, nie szkołę"), REST, outcomes=(COURSE,)),
    Way(E, _("przy wejściu miała 17 lat, umowa wyłącza niepełnoletnich"), EXCLUDED, {"person__birth_date": date(2006, 6, 1)}, terms={"excludes_minors": True}),
    Way(E, _("przy wejściu miała 17 lat, umowa nie wyłącza"), REST, {"person__birth_date": date(2006, 6, 1)}),
    Way(E, _("osoba bezdomna, umowa wyłącza"), EXCLUDED, {"homeless": "yes"}, terms={"excludes_homeless": True}),
    Way(E, _("odbywa karę, umowa wyłącza"), EXCLUDED, terms={"excludes_in_care": True}, premise="prison"),
    Way(E, _("tylko osoby z przesłanką: przesłankę ma"), REST, terms={"only_at_risk": True}, premise="poverty"),
    Way(E, _("tylko osoby z przesłanką: przesłanki nie ma"), OUTSIDE, terms={"only_at_risk": True}),
    # social, two measures
    Way(S, _("ukończyła ścieżkę, zrobiła postęp"), NUMERATOR, outcomes=(PROGRESS,)),
    Way(S, _("postęp 90. dnia"), NUMERATOR, outcomes=(PROGRESS | {"obtained_on": LAST_DAY},)),
    Way(S, _("postęp 91. dnia"), REST, outcomes=(PROGRESS | {"obtained_on": DAY_AFTER},)),
    Way(S, _("znalazła pracę, postępu nie zapisano"), REST, outcomes=(JOB,)),
    Way(S, _("bez postępu, termin biegnie: ta miara nie czeka"), REST, on=LAST_DAY),
    Way(S, _("bez postępu, termin biegnie, umowa każe czekać"), PENDING, on=LAST_DAY, terms={"social_waits": True}),
    Way(S, _("przerwała udział z powodu pracy"), OUTSIDE, FOR_A_JOB, (PROGRESS,)),
    Way(S, _("miała tylko wsparcie zawodowe"), OUTSIDE, outcomes=(PROGRESS,), support=VOCATIONAL),
    Way(S, _("podjęła naukę w szkole: tu to nie wyłącza"), REST, outcomes=(SCHOOL,)),
    # the joint measure, and employment in it
    Way(J, _("tylko praca"), NUMERATOR, outcomes=(JOB,), terms=JOINT),
    Way(J, _("tylko postęp społeczny"), NUMERATOR, outcomes=(PROGRESS,), terms=JOINT),
    Way(J, _("praca i postęp: liczona raz"), NUMERATOR, outcomes=(JOB, PROGRESS), terms=JOINT),
    Way(J, _("ani pracy, ani postępu"), REST, terms=JOINT),
    Way(J, _("ani pracy, ani postępu, 90. dnia"), PENDING, terms=JOINT, on=LAST_DAY),
    Way(J, _("przerwała udział z powodu pracy"), NUMERATOR, FOR_A_JOB, (JOB,), terms=JOINT),
    Way(J, _("bez wsparcia zawodowego i społecznego, postęp"), NUMERATOR, outcomes=(PROGRESS,), support=(), terms=JOINT),
    Way(J, _("przerwała udział z innego powodu"), OUTSIDE, DROPPED, (JOB,), terms=JOINT),
    Way(J, _("działalność za środki projektu"), EXCLUDED, outcomes=(OWN, PROGRESS), terms=JOINT),
    Way(E, _("w tym zatrudnieniowa: praca"), NUMERATOR, outcomes=(JOB,), terms=JOINT),
    Way(E, _("w tym zatrudnieniowa: tylko postęp, mianownik ten sam"), REST, outcomes=(PROGRESS,), terms=JOINT, on=LAST_DAY),
    Way(E, _("w tym zatrudnieniowa: nic, 90. dnia"), PENDING, terms=JOINT, on=LAST_DAY),
    # the groups
    Way(E, _("znaczny stopień w grupie szczególnej (znaczny, intelektualna, sprzężona)"), REST, SEVERE, group=Group.DISABLED, terms=ONLY_SEVERE),
    Way(E, _("niepełnosprawność intelektualna w tej grupie"), REST, INTELLECTUAL, group=Group.DISABLED, terms=ONLY_SEVERE),
    Way(E, _("niepełnosprawność sprzężona w tej grupie"), REST, MULTIPLE, group=Group.DISABLED, terms=ONLY_SEVERE),
    Way(E, _("umiarkowany stopień, choroba psychiczna: nie w tej grupie"), OUTSIDE, MODERATE, group=Group.DISABLED, terms=ONLY_SEVERE),
    Way(E, _("umiarkowany stopień wśród pozostałych osób"), REST, MODERATE, group=Group.OTHERS, terms=ONLY_SEVERE),
    Way(E, _("znaczny stopień nie jest wśród pozostałych"), OUTSIDE, SEVERE, group=Group.OTHERS, terms=ONLY_SEVERE),
    Way(E, _("umiarkowany stopień, gdy grupą są wszystkie osoby z niepełnosprawnościami"), REST, MODERATE, group=Group.DISABLED),
    Way(E, _("odmowa odpowiedzi: pozostałe osoby"), REST, {"disability": "refused"}, group=Group.OTHERS),
    Way(E, _("znaczny stopień wśród wszystkich osób (grupy łącznie)"), REST, SEVERE, terms=ONLY_SEVERE),
]  # fmt: skip
