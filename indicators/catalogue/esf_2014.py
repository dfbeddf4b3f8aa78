"""The European Social Fund 2014–2020: the common indicators of Regulation (EU) No 1304/2013, Annex I, a line each in its order.

English names are the regulation's own; Polish ones those of the Polish monitoring guidelines (domain notes 1.1, 1.2). The total number
of participants is no line of its own: it is CO01 + CO03 + CO05. CO12–CO14 were deleted in August 2018; a programme that still answers
for them has the list "w brzmieniu sprzed 2 sierpnia 2018 r.", and CR05 asks for the disadvantaged of its own wording.
"""

from functools import partial

from django.utils.translation import gettext_lazy as _

from participants.vocabulary import InstitutionKind

from .. import definitions
from ..models import Counts, Register
from ..words import proofs, situation, status
from .lines import (
    AGE,
    EDUCATION,
    ENTITIES,
    ESF_2014,
    IN,
    LABOUR,
    LEAVING,
    OMNIBUS,
    OUT,
    PIECES,
    SITUATION,
    SIX_MONTHS,
)

output = partial(definitions.output, source=ESF_2014)
result = partial(definitions.result, source=ESF_2014)
thing = partial(output, unit=PIECES, section=ENTITIES)
later = partial(result, counts=Counts.AUTHORITY, section=SIX_MONTHS)

ENTERPRISES = (InstitutionKind.SME, InstitutionKind.SOCIAL_ECONOMY)

LIST = [
    output("CO01", _("Liczba osób bezrobotnych (łącznie z długotrwale bezrobotnymi) objętych wsparciem w programie"), *IN, status.unemployed, short=_("bezrobotne, łącznie z długotrwale bezrobotnymi"), section=LABOUR, english="unemployed, including long-term unemployed"),
    output("CO02", _("Liczba osób długotrwale bezrobotnych objętych wsparciem w programie"), *IN, status.unemployed, status.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, english="long-term unemployed"),
    output("CO03", _("Liczba osób biernych zawodowo objętych wsparciem w programie"), *IN, status.inactive, short=_("bierne zawodowo"), section=LABOUR, english="inactive"),
    output("CO04", _("Liczba osób biernych zawodowo nieuczestniczących w kształceniu lub szkoleniu objętych wsparciem w programie"), *IN, status.inactive, status.not_in_education, short=_("bierne, nieuczestniczące w kształceniu lub szkoleniu"), section=LABOUR, english="inactive, not in education or training"),
    output("CO05", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, objętych wsparciem w programie"), *IN, status.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, english="employed, including self-employed"),
    output("CO06", _("Liczba osób w wieku poniżej 25 lat objętych wsparciem w programie"), *IN, status.aged(high=24), short=_("poniżej 25 lat"), section=AGE, english="below 25 years of age"),
    output("CO07", _("Liczba osób w wieku powyżej 54 lat objętych wsparciem w programie"), *IN, status.aged(low=55), short=_("powyżej 54 lat"), section=AGE, english="above 54 years of age"),
    output("CO08", _("Liczba osób w wieku powyżej 54 lat, które są bezrobotne lub bierne zawodowo i nie uczestniczą w kształceniu lub szkoleniu, objętych wsparciem w programie"), *IN, status.aged(low=55), status.jobless_out_of_education, short=_("powyżej 54 lat, bez pracy i poza kształceniem"), section=AGE, english="above 54 years of age who are unemployed, including long-term unemployed, or inactive not in education or training"),
    output("CO09", _("Liczba osób z wykształceniem podstawowym lub gimnazjalnym objętych wsparciem w programie"), *IN, situation.primary_or_lower_secondary, short=_("podstawowe lub gimnazjalne"), section=EDUCATION, english="with primary (ISCED 1) or lower secondary education (ISCED 2)"),
    output("CO10", _("Liczba osób z wykształceniem ponadgimnazjalnym lub policealnym objętych wsparciem w programie"), *IN, situation.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, english="with upper secondary (ISCED 3) or post-secondary education (ISCED 4)"),
    output("CO11", _("Liczba osób z wykształceniem wyższym objętych wsparciem w programie"), *IN, situation.tertiary, short=_("wyższe"), section=EDUCATION, english="with tertiary education (ISCED 5 to 8)"),
    output("CO12", _("Liczba osób żyjących w gospodarstwach domowych bez osób pracujących objętych wsparciem w programie"), *IN, situation.jobless_household, short=_("w gospodarstwach bez osób pracujących"), section=SITUATION, english="participants who live in jobless households", withdrawn=OMNIBUS),
    output("CO13", _("Liczba osób żyjących w gospodarstwach domowych bez osób pracujących, z dziećmi pozostającymi na utrzymaniu, objętych wsparciem w programie"), *IN, situation.jobless_household, situation.household_with_children, short=_("w gospodarstwach bez osób pracujących, z dziećmi na utrzymaniu"), section=SITUATION, english="participants who live in jobless households with dependent children", withdrawn=OMNIBUS),
    output("CO14", _("Liczba osób żyjących w gospodarstwie składającym się z jednej osoby dorosłej i dzieci pozostających na utrzymaniu, objętych wsparciem w programie"), *IN, situation.single_adult_household, short=_("jedna osoba dorosła i dzieci na utrzymaniu"), section=SITUATION, english="participants who live in a single adult household with dependent children", withdrawn=OMNIBUS),
    output("CO15", _("Liczba migrantów, osób obcego pochodzenia i mniejszości (w tym społeczności marginalizowane) objętych wsparciem w programie"), *IN, situation.of_minority, short=_("migranci, osoby obcego pochodzenia, mniejszości"), section=SITUATION, english="migrants, participants with a foreign background, minorities (including marginalised communities such as the Roma)"),
    output("CO16", _("Liczba osób z niepełnosprawnościami objętych wsparciem w programie"), *IN, situation.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, english="participants with disabilities"),
    output("CO17", _("Liczba osób z innych grup w niekorzystnej sytuacji społecznej objętych wsparciem w programie"), *IN, situation.otherwise_disadvantaged, short=_("inna niekorzystna sytuacja społeczna"), section=SITUATION, english="other disadvantaged"),
    output("CO18", _("Liczba osób bezdomnych lub dotkniętych wykluczeniem z dostępu do mieszkań objętych wsparciem w programie"), *IN, situation.homeless, short=_("bezdomne lub wykluczone mieszkaniowo"), section=SITUATION, english="homeless or affected by housing exclusion"),
    output("CO19", _("Liczba osób pochodzących z obszarów wiejskich objętych wsparciem w programie"), *IN, situation.rural, short=_("z obszarów wiejskich"), section=SITUATION, english="from rural areas"),
    thing("CO20", _("Liczba projektów zrealizowanych w pełni lub częściowo przez partnerów społecznych lub organizacje pozarządowe"), counts=Counts.REGISTER, register=Register.BY_SOCIAL_PARTNERS, trait=_("projekt realizują w pełni lub częściowo partnerzy społeczni lub organizacje pozarządowe"), short=_("projekt partnerów społecznych lub organizacji pozarządowych"), english="number of projects fully or partially implemented by social partners or non-governmental organisations"),
    thing("CO21", _("Liczba projektów ukierunkowanych na trwały udział kobiet w zatrudnieniu i rozwój ich kariery zawodowej"), counts=Counts.REGISTER, register=Register.FOR_WOMEN, trait=_("projekt jest ukierunkowany na trwały udział kobiet w zatrudnieniu i rozwój ich kariery zawodowej"), short=_("projekt ukierunkowany na zatrudnienie kobiet"), english="number of projects dedicated at sustainable participation and progress of women in employment"),
    thing("CO22", _("Liczba projektów obejmujących administrację lub usługi publiczne na szczeblu krajowym, regionalnym lub lokalnym"), counts=Counts.REGISTER, register=Register.FOR_ADMINISTRATION, trait=_("projekt obejmuje administrację lub usługi publiczne"), short=_("projekt obejmujący administrację lub usługi publiczne"), english="number of projects targeting public administrations or public services at national, regional or local level"),
    thing("CO23", _("Liczba mikro-, małych i średnich przedsiębiorstw objętych wsparciem (w tym przedsiębiorstw spółdzielczych i przedsiębiorstw gospodarki społecznej)"), counts=Counts.INSTITUTIONS, institution_kinds=ENTERPRISES, short=_("objęte wsparciem MMŚP, także społeczne"), english="number of supported micro, small and medium-sized enterprises (including cooperative enterprises, enterprises of the social economy)"),
    result("CR01", _("Liczba osób biernych zawodowo poszukujących pracy po opuszczeniu programu"), *OUT, status.inactive, proofs.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, english="inactive participants engaged in job searching upon leaving"),
    result("CR02", _("Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu"), *OUT, status.was_not_learning, proofs.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, english="participants in education/training upon leaving"),
    result("CR03", _("Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, proofs.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, english="participants gaining a qualification upon leaving"),
    result("CR04", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu"), *OUT, status.jobless, proofs.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, english="participants in employment, including self-employment, upon leaving"),
    result("CR05", _("Liczba osób znajdujących się w niekorzystnej sytuacji społecznej, które po opuszczeniu programu poszukują pracy, uczestniczą w kształceniu lub szkoleniu, zdobywają kwalifikacje, pracują"), *OUT, situation.disadvantaged, proofs.any_result, short=_("w niekorzystnej sytuacji, z którymkolwiek rezultatem"), section=LEAVING, english="disadvantaged participants engaged in job searching, education/training, gaining a qualification, in employment, including self-employment, upon leaving"),
    later("CR06", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, 6 miesięcy po opuszczeniu programu"), short=_("pracujące"), english="participants in employment, including self-employment, six months after leaving"),
    later("CR07", _("Liczba osób, których sytuacja na rynku pracy uległa poprawie 6 miesięcy po opuszczeniu programu"), short=_("z lepszą sytuacją na rynku pracy"), english="participants with an improved labour market situation six months after leaving"),
    later("CR08", _("Liczba osób w wieku powyżej 54 lat pracujących, łącznie z prowadzącymi działalność na własny rachunek, 6 miesięcy po opuszczeniu programu"), short=_("powyżej 54 lat, pracujące"), english="participants above 54 years of age in employment, including self-employment, six months after leaving"),
    later("CR09", _("Liczba osób znajdujących się w niekorzystnej sytuacji społecznej pracujących, łącznie z prowadzącymi działalność na własny rachunek, 6 miesięcy po opuszczeniu programu"), short=_("w niekorzystnej sytuacji, pracujące"), english="disadvantaged participants in employment, including self-employment, six months after leaving"),
]  # fmt: skip

# CR05 as the regulation read until 1 August 2018: people of CO12–CO14 are disadvantaged too. It stands in the place of CR05.
CR05_BEFORE_2018 = result("CR05_2013", LIST[27].name, *OUT, situation.disadvantaged_with_household, proofs.any_result, code="CR05", short=LIST[27].short, section=LEAVING, english=LIST[27].english, withdrawn=OMNIBUS)  # fmt: skip

IN_FORCE = [line for line in LIST if not line.withdrawn]
BEFORE_2018 = [CR05_BEFORE_2018 if line.code == "CR05" else line for line in LIST]
