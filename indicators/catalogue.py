"""The official lists in official order, a line each. Names and rules: domain notes 1.1, 1.2, 1.3 (2014–2020) and 2 (2021–2027)."""

from django.utils.translation import gettext_lazy as _

from projects.models import IndicatorList

from .definitions import output, result
from .models import Counts, Register
from .words import proofs, status, way

ESF_2014 = "rozporządzenie (UE) nr 1304/2013, załącznik I"
ESF_PLUS = "rozporządzenie (UE) 2021/1057, załącznik I"
WLWK = "WLWK 2014–2020, cel tematyczny 9"
LWK = "LWK EFS+ 2021–2027"

IN = (way.complete, way.entered)
OUT = (way.complete, way.entered, way.left)

LABOUR, AGE, EDUCATION, SITUATION = (
    _("Status na rynku pracy"),
    _("Wiek"),
    _("Wykształcenie"),
    _("Sytuacja"),
)

PEOPLE = output("people", _("Liczba osób objętych wsparciem"), *IN)

OUTPUTS_2014 = [
    output("CO01", _("Liczba osób bezrobotnych (łącznie z długotrwale bezrobotnymi) objętych wsparciem w programie"), *IN, status.unemployed, short=_("bezrobotne, łącznie z długotrwale bezrobotnymi"), section=LABOUR, source=ESF_2014),
    output("CO02", _("Liczba osób długotrwale bezrobotnych objętych wsparciem w programie"), *IN, status.unemployed, status.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, source=ESF_2014),
    output("CO03", _("Liczba osób biernych zawodowo objętych wsparciem w programie"), *IN, status.inactive, short=_("bierne zawodowo"), section=LABOUR, source=ESF_2014),
    output("CO04", _("Liczba osób biernych zawodowo nieuczestniczących w kształceniu lub szkoleniu objętych wsparciem w programie"), *IN, status.inactive, status.not_in_education, short=_("bierne, nieuczestniczące w kształceniu lub szkoleniu"), section=LABOUR, source=ESF_2014),
    output("CO05", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, objętych wsparciem w programie"), *IN, status.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, source=ESF_2014),
    output("CO06", _("Liczba osób w wieku poniżej 25 lat objętych wsparciem w programie"), *IN, status.aged(high=24), short=_("poniżej 25 lat"), section=AGE, source=ESF_2014),
    output("CO07", _("Liczba osób w wieku powyżej 54 lat objętych wsparciem w programie"), *IN, status.aged(low=55), short=_("powyżej 54 lat"), section=AGE, source=ESF_2014),
    output("CO08", _("Liczba osób w wieku powyżej 54 lat, które są bezrobotne lub bierne zawodowo i nie uczestniczą w kształceniu lub szkoleniu, objętych wsparciem w programie"), *IN, status.aged(low=55), status.jobless_out_of_education, short=_("powyżej 54 lat, bez pracy i poza kształceniem"), section=AGE, source=ESF_2014),
    output("CO09", _("Liczba osób z wykształceniem podstawowym lub gimnazjalnym objętych wsparciem w programie"), *IN, status.primary_or_lower_secondary, short=_("podstawowe lub gimnazjalne"), section=EDUCATION, source=ESF_2014),
    output("CO10", _("Liczba osób z wykształceniem ponadgimnazjalnym lub policealnym objętych wsparciem w programie"), *IN, status.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, source=ESF_2014),
    output("CO11", _("Liczba osób z wykształceniem wyższym objętych wsparciem w programie"), *IN, status.tertiary, short=_("wyższe"), section=EDUCATION, source=ESF_2014),
    output("CO15", _("Liczba migrantów, osób obcego pochodzenia i mniejszości (w tym społeczności marginalizowane) objętych wsparciem w programie"), *IN, status.of_minority, short=_("migranci, osoby obcego pochodzenia, mniejszości"), section=SITUATION, source=ESF_2014),
    output("CO16", _("Liczba osób z niepełnosprawnościami objętych wsparciem w programie"), *IN, status.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, source=ESF_2014),
    output("CO17", _("Liczba osób z innych grup w niekorzystnej sytuacji społecznej objętych wsparciem w programie"), *IN, status.otherwise_disadvantaged, short=_("inna niekorzystna sytuacja społeczna"), section=SITUATION, source=ESF_2014),
    output("CO18", _("Liczba osób bezdomnych lub dotkniętych wykluczeniem z dostępu do mieszkań objętych wsparciem w programie"), *IN, status.homeless, short=_("bezdomne lub wykluczone mieszkaniowo"), section=SITUATION, source=ESF_2014),
    output("CO19", _("Liczba osób pochodzących z obszarów wiejskich objętych wsparciem w programie"), *IN, status.rural, short=_("z obszarów wiejskich"), section=SITUATION, source=ESF_2014),
]  # fmt: skip

LEAVING = _("Po opuszczeniu programu")
RESULTS_2014 = [
    result("CR01", _("Liczba osób biernych zawodowo poszukujących pracy po opuszczeniu programu"), *OUT, status.inactive, proofs.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, source=ESF_2014),
    result("CR02", _("Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu"), *OUT, status.was_not_learning, proofs.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, source=ESF_2014),
    result("CR03", _("Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, proofs.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, source=ESF_2014),
    result("CR04", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu"), *OUT, status.jobless, proofs.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, source=ESF_2014),
    result("CR05", _("Liczba osób znajdujących się w niekorzystnej sytuacji społecznej, które po opuszczeniu programu poszukują pracy, uczestniczą w kształceniu lub szkoleniu, zdobywają kwalifikacje, pracują"), *OUT, status.disadvantaged, proofs.any_result, short=_("w niekorzystnej sytuacji, z którymkolwiek rezultatem"), section=LEAVING, source=ESF_2014),
]  # fmt: skip

INCLUSION = [
    output("at_risk", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym objętych wsparciem w programie"), *IN, status.at_risk, short=_("osoby zagrożone wykluczeniem"), source=WLWK),
    output("communities", _("Liczba środowisk objętych programem aktywności lokalnej"), unit=_("szt."), counts=Counts.REGISTER, register=Register.COMMUNITY, source=WLWK),
    result("at_risk_qualified", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, status.at_risk, proofs.qualified, short=_("kwalifikacje"), source=WLWK),
    result("qualified_or_competent", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym, które uzyskały kwalifikacje lub nabyły kompetencje po opuszczeniu programu"), *OUT, status.at_risk, proofs.qualified_or_competent, short=_("kwalifikacje lub kompetencje"), source=WLWK),
    result("at_risk_seeking", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym poszukujących pracy po opuszczeniu programu"), *OUT, status.at_risk, status.inactive, proofs.seeking, short=_("poszukiwanie pracy"), source=WLWK),
    result("at_risk_working", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym pracujących po opuszczeniu programu (łącznie z pracującymi na własny rachunek)"), *OUT, status.at_risk, status.jobless, proofs.working, short=_("praca"), source=WLWK),
]  # fmt: skip

OUTPUTS_2021 = [
    output("EECO01", _("Całkowita liczba osób objętych wsparciem"), *IN, short=_("wszystkie osoby"), section=LABOUR, source=ESF_PLUS),
    output("EECO02", _("Liczba osób bezrobotnych, w tym długotrwale bezrobotnych, objętych wsparciem w programie"), *IN, status.unemployed, short=_("bezrobotne, w tym długotrwale bezrobotne"), section=LABOUR, source=ESF_PLUS),
    output("EECO03", _("Liczba osób długotrwale bezrobotnych objętych wsparciem w programie"), *IN, status.unemployed, status.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, source=ESF_PLUS),
    output("EECO04", _("Liczba osób biernych zawodowo objętych wsparciem w programie"), *IN, status.inactive, short=_("bierne zawodowo"), section=LABOUR, source=ESF_PLUS),
    output("EECO05", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, objętych wsparciem w programie"), *IN, status.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, source=ESF_PLUS),
    output("EECO06", _("Liczba dzieci w wieku poniżej 18 lat objętych wsparciem w programie"), *IN, status.aged(high=17), short=_("poniżej 18 lat"), section=AGE, source=ESF_PLUS),
    output("EECO07", _("Liczba osób w wieku 18–29 lat objętych wsparciem w programie"), *IN, status.aged(18, 29), short=_("18–29 lat"), section=AGE, source=ESF_PLUS),
    output("EECO08", _("Liczba osób w wieku 55 lat i więcej objętych wsparciem w programie"), *IN, status.aged(low=55), short=_("55 lat i więcej"), section=AGE, source=ESF_PLUS),
    output("EECO09", _("Liczba osób z wykształceniem co najwyżej średnim I stopnia (ISCED 0–2) objętych wsparciem w programie"), *IN, status.at_most_lower_secondary, short=_("najwyżej średnie I stopnia"), section=EDUCATION, source=ESF_PLUS),
    output("EECO10", _("Liczba osób z wykształceniem ponadgimnazjalnym (ISCED 3) lub policealnym (ISCED 4) objętych wsparciem w programie"), *IN, status.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, source=ESF_PLUS),
    output("EECO11", _("Liczba osób z wykształceniem wyższym (ISCED 5–8) objętych wsparciem w programie"), *IN, status.tertiary, short=_("wyższe"), section=EDUCATION, source=ESF_PLUS),
    output("EECO12", _("Liczba osób z niepełnosprawnościami objętych wsparciem w programie"), *IN, status.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, source=ESF_PLUS),
    output("EECO13", _("Liczba osób z krajów trzecich objętych wsparciem w programie"), *IN, status.third_country, short=_("z krajów trzecich"), section=SITUATION, source=ESF_PLUS),
    output("EECO14", _("Liczba osób obcego pochodzenia objętych wsparciem w programie"), *IN, status.foreign_origin, short=_("obcego pochodzenia"), section=SITUATION, source=ESF_PLUS),
    output("EECO15", _("Liczba osób należących do mniejszości, w tym społeczności marginalizowanych takich jak Romowie, objętych wsparciem w programie"), *IN, status.of_minority, short=_("należące do mniejszości"), section=SITUATION, source=ESF_PLUS),
    output("EECO16", _("Liczba osób w kryzysie bezdomności lub dotkniętych wykluczeniem z dostępu do mieszkań, objętych wsparciem w programie"), *IN, status.homeless, short=_("w kryzysie bezdomności lub wykluczone mieszkaniowo"), section=SITUATION, source=ESF_PLUS),
    output("EECO17", _("Liczba osób z obszarów wiejskich objętych wsparciem w programie"), *IN, status.rural, short=_("z obszarów wiejskich"), section=SITUATION, source=ESF_PLUS),
]  # fmt: skip

RESULTS_2021 = [
    result("EECR01", _("Liczba osób poszukujących pracy po opuszczeniu programu"), *OUT, status.inactive, proofs.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, source=ESF_PLUS),
    result("EECR02", _("Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu"), *OUT, status.was_not_learning, proofs.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, source=ESF_PLUS),
    result("EECR03", _("Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, proofs.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, source=ESF_PLUS),
    result("EECR04", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu"), *OUT, status.jobless, proofs.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, source=ESF_PLUS),
    result("social_situation", _("Liczba osób, których sytuacja społeczna uległa poprawie po opuszczeniu programu"), *OUT, proofs.progressed, source=LWK),
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
