"""The official lists in official order, a line each. Names and rules: domain notes 1.1, 1.2, 1.3 (2014–2020) and 2 (2021–2027)."""

from django.utils.translation import gettext_lazy as _

from projects.models import IndicatorList

from . import words as w
from .definitions import output, result
from .models import Counts, Register

ESF_2014 = "rozporządzenie (UE) nr 1304/2013, załącznik I"
ESF_PLUS = "rozporządzenie (UE) 2021/1057, załącznik I"
WLWK = "WLWK 2014–2020, cel tematyczny 9"
LWK = "LWK EFS+ 2021–2027"

IN = (w.complete, w.entered)
OUT = (w.complete, w.entered, w.left)

LABOUR, AGE, EDUCATION, SITUATION = (
    _("Status na rynku pracy"),
    _("Wiek"),
    _("Wykształcenie"),
    _("Sytuacja"),
)
SUPPORTED = "objętych wsparciem w programie"

PEOPLE = output("people", "Liczba osób objętych wsparciem", *IN)

OUTPUTS_2014 = [
    output("CO01", f"Liczba osób bezrobotnych (łącznie z długotrwale bezrobotnymi) {SUPPORTED}", *IN, w.unemployed, short=_("bezrobotne, łącznie z długotrwale bezrobotnymi"), section=LABOUR, source=ESF_2014),
    output("CO02", f"Liczba osób długotrwale bezrobotnych {SUPPORTED}", *IN, w.unemployed, w.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, source=ESF_2014),
    output("CO03", f"Liczba osób biernych zawodowo {SUPPORTED}", *IN, w.inactive, short=_("bierne zawodowo"), section=LABOUR, source=ESF_2014),
    output("CO04", f"Liczba osób biernych zawodowo nieuczestniczących w kształceniu lub szkoleniu {SUPPORTED}", *IN, w.inactive, w.not_in_education, short=_("bierne, nieuczestniczące w kształceniu lub szkoleniu"), section=LABOUR, source=ESF_2014),
    output("CO05", f"Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, {SUPPORTED}", *IN, w.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, source=ESF_2014),
    output("CO06", f"Liczba osób w wieku poniżej 25 lat {SUPPORTED}", *IN, w.aged(high=24), short=_("poniżej 25 lat"), section=AGE, source=ESF_2014),
    output("CO07", f"Liczba osób w wieku powyżej 54 lat {SUPPORTED}", *IN, w.aged(low=55), short=_("powyżej 54 lat"), section=AGE, source=ESF_2014),
    output("CO08", f"Liczba osób w wieku powyżej 54 lat, które są bezrobotne lub bierne zawodowo i nie uczestniczą w kształceniu lub szkoleniu, {SUPPORTED}", *IN, w.aged(low=55), w.jobless_out_of_education, short=_("powyżej 54 lat, bez pracy i poza kształceniem"), section=AGE, source=ESF_2014),
    output("CO09", f"Liczba osób z wykształceniem podstawowym lub gimnazjalnym {SUPPORTED}", *IN, w.primary_or_lower_secondary, short=_("podstawowe lub gimnazjalne"), section=EDUCATION, source=ESF_2014),
    output("CO10", f"Liczba osób z wykształceniem ponadgimnazjalnym lub policealnym {SUPPORTED}", *IN, w.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, source=ESF_2014),
    output("CO11", f"Liczba osób z wykształceniem wyższym {SUPPORTED}", *IN, w.tertiary, short=_("wyższe"), section=EDUCATION, source=ESF_2014),
    output("CO15", f"Liczba migrantów, osób obcego pochodzenia i mniejszości (w tym społeczności marginalizowane) {SUPPORTED}", *IN, w.of_minority, short=_("migranci, osoby obcego pochodzenia, mniejszości"), section=SITUATION, source=ESF_2014),
    output("CO16", f"Liczba osób z niepełnosprawnościami {SUPPORTED}", *IN, w.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, source=ESF_2014),
    output("CO17", f"Liczba osób z innych grup w niekorzystnej sytuacji społecznej {SUPPORTED}", *IN, w.otherwise_disadvantaged, short=_("inna niekorzystna sytuacja społeczna"), section=SITUATION, source=ESF_2014),
    output("CO18", f"Liczba osób bezdomnych lub dotkniętych wykluczeniem z dostępu do mieszkań {SUPPORTED}", *IN, w.homeless, short=_("bezdomne lub wykluczone mieszkaniowo"), section=SITUATION, source=ESF_2014),
    output("CO19", f"Liczba osób pochodzących z obszarów wiejskich {SUPPORTED}", *IN, w.rural, short=_("z obszarów wiejskich"), section=SITUATION, source=ESF_2014),
]  # fmt: skip

LEAVING = _("Po opuszczeniu programu")
RESULTS_2014 = [
    result("CR01", "Liczba osób biernych zawodowo poszukujących pracy po opuszczeniu programu", *OUT, w.inactive, w.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, source=ESF_2014),
    result("CR02", "Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu", *OUT, w.was_not_learning, w.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, source=ESF_2014),
    result("CR03", "Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu", *OUT, w.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, source=ESF_2014),
    result("CR04", "Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu", *OUT, w.jobless, w.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, source=ESF_2014),
    result("CR05", "Liczba osób znajdujących się w niekorzystnej sytuacji społecznej, które po opuszczeniu programu poszukują pracy, uczestniczą w kształceniu lub szkoleniu, zdobywają kwalifikacje, pracują", *OUT, w.disadvantaged, w.any_result, short=_("w niekorzystnej sytuacji, z którymkolwiek rezultatem"), section=LEAVING, source=ESF_2014),
]  # fmt: skip

AT_RISK = "Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym"
INCLUSION = [
    output("at_risk", f"{AT_RISK} {SUPPORTED}", *IN, w.at_risk, source=WLWK),
    output("communities", "Liczba środowisk objętych programem aktywności lokalnej", unit="szt.", counts=Counts.REGISTER, register=Register.COMMUNITY, source=WLWK),
    result("at_risk_qualified", f"{AT_RISK}, które uzyskały kwalifikacje po opuszczeniu programu", *OUT, w.at_risk, w.qualified, source=WLWK),
    result("qualified_or_competent", f"{AT_RISK}, które uzyskały kwalifikacje lub nabyły kompetencje po opuszczeniu programu", *OUT, w.at_risk, w.qualified_or_competent, source=WLWK),
    result("at_risk_seeking", f"{AT_RISK} poszukujących pracy po opuszczeniu programu", *OUT, w.at_risk, w.inactive, w.seeking, source=WLWK),
    result("at_risk_working", f"{AT_RISK} pracujących po opuszczeniu programu (łącznie z pracującymi na własny rachunek)", *OUT, w.at_risk, w.jobless, w.working, source=WLWK),
]  # fmt: skip

OUTPUTS_2021 = [
    output("EECO01", "Całkowita liczba osób objętych wsparciem", *IN, short=_("wszystkie osoby"), section=LABOUR, source=ESF_PLUS),
    output("EECO02", f"Liczba osób bezrobotnych, w tym długotrwale bezrobotnych, {SUPPORTED}", *IN, w.unemployed, short=_("bezrobotne, w tym długotrwale bezrobotne"), section=LABOUR, source=ESF_PLUS),
    output("EECO03", f"Liczba osób długotrwale bezrobotnych {SUPPORTED}", *IN, w.unemployed, w.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, source=ESF_PLUS),
    output("EECO04", f"Liczba osób biernych zawodowo {SUPPORTED}", *IN, w.inactive, short=_("bierne zawodowo"), section=LABOUR, source=ESF_PLUS),
    output("EECO05", f"Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, {SUPPORTED}", *IN, w.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, source=ESF_PLUS),
    output("EECO06", "Liczba dzieci w wieku poniżej 18 lat objętych wsparciem w programie", *IN, w.aged(high=17), short=_("poniżej 18 lat"), section=AGE, source=ESF_PLUS),
    output("EECO07", f"Liczba osób w wieku 18–29 lat {SUPPORTED}", *IN, w.aged(18, 29), short=_("18–29 lat"), section=AGE, source=ESF_PLUS),
    output("EECO08", f"Liczba osób w wieku 55 lat i więcej {SUPPORTED}", *IN, w.aged(low=55), short=_("55 lat i więcej"), section=AGE, source=ESF_PLUS),
    output("EECO09", f"Liczba osób z wykształceniem co najwyżej średnim I stopnia (ISCED 0–2) {SUPPORTED}", *IN, w.at_most_lower_secondary, short=_("najwyżej średnie I stopnia"), section=EDUCATION, source=ESF_PLUS),
    output("EECO10", f"Liczba osób z wykształceniem ponadgimnazjalnym (ISCED 3) lub policealnym (ISCED 4) {SUPPORTED}", *IN, w.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, source=ESF_PLUS),
    output("EECO11", f"Liczba osób z wykształceniem wyższym (ISCED 5–8) {SUPPORTED}", *IN, w.tertiary, short=_("wyższe"), section=EDUCATION, source=ESF_PLUS),
    output("EECO12", f"Liczba osób z niepełnosprawnościami {SUPPORTED}", *IN, w.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, source=ESF_PLUS),
    output("EECO13", f"Liczba osób z krajów trzecich {SUPPORTED}", *IN, w.third_country, short=_("z krajów trzecich"), section=SITUATION, source=ESF_PLUS),
    output("EECO14", f"Liczba osób obcego pochodzenia {SUPPORTED}", *IN, w.foreign_origin, short=_("obcego pochodzenia"), section=SITUATION, source=ESF_PLUS),
    output("EECO15", f"Liczba osób należących do mniejszości, w tym społeczności marginalizowanych takich jak Romowie, {SUPPORTED}", *IN, w.of_minority, short=_("należące do mniejszości"), section=SITUATION, source=ESF_PLUS),
    output("EECO16", f"Liczba osób w kryzysie bezdomności lub dotkniętych wykluczeniem z dostępu do mieszkań, {SUPPORTED}", *IN, w.homeless, short=_("w kryzysie bezdomności lub wykluczone mieszkaniowo"), section=SITUATION, source=ESF_PLUS),
    output("EECO17", f"Liczba osób z obszarów wiejskich {SUPPORTED}", *IN, w.rural, short=_("z obszarów wiejskich"), section=SITUATION, source=ESF_PLUS),
]  # fmt: skip

RESULTS_2021 = [
    result("EECR01", "Liczba osób poszukujących pracy po opuszczeniu programu", *OUT, w.inactive, w.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, source=ESF_PLUS),
    result("EECR02", "Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu", *OUT, w.was_not_learning, w.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, source=ESF_PLUS),
    result("EECR03", "Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu", *OUT, w.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, source=ESF_PLUS),
    result("EECR04", "Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu", *OUT, w.jobless, w.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, source=ESF_PLUS),
    result("social_situation", "Liczba osób, których sytuacja społeczna uległa poprawie po opuszczeniu programu", *OUT, w.progressed, source=LWK),
]  # fmt: skip

COMMON = {
    IndicatorList.ESF_2014: OUTPUTS_2014 + RESULTS_2014,
    IndicatorList.ESF_PLUS_2021: OUTPUTS_2021 + RESULTS_2021[:-1],
    IndicatorList.OWN: [],
}
BY_KEY = {
    definition.key: definition
    for definition in (PEOPLE, *OUTPUTS_2014, *RESULTS_2014, *INCLUSION, *OUTPUTS_2021, *RESULTS_2021)
}


def common(indicator_list):
    """The indicators that every project of this list reports, target or not, in official order."""
    return COMMON.get(indicator_list, [])


def offered(indicator_list):
    """The indicators of this list that a project may give itself a target for."""
    return {
        IndicatorList.ESF_2014: INCLUSION + OUTPUTS_2014 + RESULTS_2014,
        IndicatorList.ESF_PLUS_2021: OUTPUTS_2021 + RESULTS_2021 + INCLUSION,
    }.get(indicator_list, [])
