"""The European Social Fund Plus 2021–2027: the common indicators of Regulation (EU) 2021/1057, Annex I, a line each in its order.

English names are the regulation's own (domain notes 2). Identities: EECO01 = EECO02 + EECO04 + EECO05 = EECO09 + EECO10 + EECO11; people
of 30 to 54 are in no age group.
"""

from functools import partial

from django.utils.translation import gettext_lazy as _

from participants.vocabulary import InstitutionKind

from .. import definitions
from ..models import Counts
from ..words import proofs, situation, status
from .lines import AGE, EDUCATION, ENTITIES, ESF_PLUS, IN, LABOUR, LEAVING, OUT, PIECES, SITUATION, SIX_MONTHS

output = partial(definitions.output, source=ESF_PLUS)
result = partial(definitions.result, source=ESF_PLUS)
institutions = partial(output, counts=Counts.INSTITUTIONS, unit=PIECES, section=ENTITIES)
later = partial(result, counts=Counts.AUTHORITY, section=SIX_MONTHS)

ADMINISTRATION = (InstitutionKind.GOVERNMENT, InstitutionKind.LOCAL_GOVERNMENT)
ENTERPRISES = (InstitutionKind.SME, InstitutionKind.SOCIAL_ECONOMY)

LIST = [
    output("EECO01", _("Całkowita liczba osób objętych wsparciem"), *IN, short=_("wszystkie osoby"), section=LABOUR, english="total number of participants"),
    output("EECO02", _("Liczba osób bezrobotnych, w tym długotrwale bezrobotnych, objętych wsparciem w programie"), *IN, status.unemployed, short=_("bezrobotne, w tym długotrwale bezrobotne"), section=LABOUR, english="unemployed, including long-term unemployed"),
    output("EECO03", _("Liczba osób długotrwale bezrobotnych objętych wsparciem w programie"), *IN, status.unemployed, status.long_term_unemployed, short=_("długotrwale bezrobotne"), section=LABOUR, english="long-term unemployed"),
    output("EECO04", _("Liczba osób biernych zawodowo objętych wsparciem w programie"), *IN, status.inactive, short=_("bierne zawodowo"), section=LABOUR, english="inactive"),
    output("EECO05", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, objętych wsparciem w programie"), *IN, status.employed, short=_("pracujące, łącznie z prowadzącymi działalność"), section=LABOUR, english="employed, including self-employed"),
    output("EECO06", _("Liczba dzieci w wieku poniżej 18 lat objętych wsparciem w programie"), *IN, status.aged(high=17), short=_("poniżej 18 lat"), section=AGE, english="number of children below 18 years of age"),
    output("EECO07", _("Liczba osób w wieku 18–29 lat objętych wsparciem w programie"), *IN, status.aged(18, 29), short=_("18–29 lat"), section=AGE, english="number of young people 18-29 years of age"),
    output("EECO08", _("Liczba osób w wieku 55 lat i więcej objętych wsparciem w programie"), *IN, status.aged(low=55), short=_("55 lat i więcej"), section=AGE, english="number of participants 55 years of age and above"),
    output("EECO09", _("Liczba osób z wykształceniem co najwyżej średnim I stopnia (ISCED 0–2) objętych wsparciem w programie"), *IN, situation.at_most_lower_secondary, short=_("najwyżej średnie I stopnia"), section=EDUCATION, english="with lower secondary education or less (ISCED 0-2)"),
    output("EECO10", _("Liczba osób z wykształceniem ponadgimnazjalnym (ISCED 3) lub policealnym (ISCED 4) objętych wsparciem w programie"), *IN, situation.upper_secondary, short=_("ponadgimnazjalne lub policealne"), section=EDUCATION, english="with upper secondary (ISCED 3) or post-secondary education (ISCED 4)"),
    output("EECO11", _("Liczba osób z wykształceniem wyższym (ISCED 5–8) objętych wsparciem w programie"), *IN, situation.tertiary, short=_("wyższe"), section=EDUCATION, english="with tertiary education (ISCED 5 to 8)"),
    output("EECO12", _("Liczba osób z niepełnosprawnościami objętych wsparciem w programie"), *IN, situation.with_disability, short=_("z niepełnosprawnościami"), section=SITUATION, english="number of participants with disabilities"),
    output("EECO13", _("Liczba osób z krajów trzecich objętych wsparciem w programie"), *IN, situation.third_country, short=_("z krajów trzecich"), section=SITUATION, english="number of third-country nationals"),
    output("EECO14", _("Liczba osób obcego pochodzenia objętych wsparciem w programie"), *IN, situation.foreign_origin, short=_("obcego pochodzenia"), section=SITUATION, english="number of participants with a foreign background"),
    output("EECO15", _("Liczba osób należących do mniejszości, w tym społeczności marginalizowanych takich jak Romowie, objętych wsparciem w programie"), *IN, situation.of_minority, short=_("należące do mniejszości"), section=SITUATION, english="number of minorities (including marginalised communities such as Roma people)"),
    output("EECO16", _("Liczba osób w kryzysie bezdomności lub dotkniętych wykluczeniem z dostępu do mieszkań, objętych wsparciem w programie"), *IN, situation.homeless, short=_("w kryzysie bezdomności lub wykluczone mieszkaniowo"), section=SITUATION, english="number of homeless or affected by housing exclusion"),
    output("EECO17", _("Liczba osób z obszarów wiejskich objętych wsparciem w programie"), *IN, situation.rural, short=_("z obszarów wiejskich"), section=SITUATION, english="number of participants from rural areas"),
    institutions("EECO18", _("Liczba objętych wsparciem podmiotów administracji publicznej lub służb publicznych na szczeblu krajowym, regionalnym lub lokalnym"), institution_kinds=ADMINISTRATION, short=_("objęte wsparciem podmioty administracji publicznej"), english="number of supported public administrations or public services at national, regional or local level"),
    institutions("EECO19", _("Liczba objętych wsparciem mikro-, małych i średnich przedsiębiorstw (w tym spółdzielni i przedsiębiorstw społecznych)"), institution_kinds=ENTERPRISES, short=_("objęte wsparciem MMŚP, także społeczne"), english="number of supported micro, small and medium-sized enterprises (including cooperative enterprises, social enterprises)"),
    result("EECR01", _("Liczba osób poszukujących pracy po opuszczeniu programu"), *OUT, status.inactive, proofs.seeking, short=_("bierne, które szukają pracy"), section=LEAVING, english="number of participants engaged in job searching upon leaving"),
    result("EECR02", _("Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu"), *OUT, status.was_not_learning, proofs.studying, short=_("w kształceniu lub szkoleniu"), section=LEAVING, english="number of participants in education or training upon leaving"),
    result("EECR03", _("Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, proofs.qualified, short=_("z uzyskanymi kwalifikacjami"), section=LEAVING, english="number of participants gaining a qualification upon leaving"),
    result("EECR04", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu"), *OUT, status.jobless, proofs.working, short=_("pracujące, przedtem bez pracy"), section=LEAVING, english="number of participants in employment, including self-employment, upon leaving"),
    later("EECR05", _("Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, sześć miesięcy po opuszczeniu programu"), short=_("pracujące"), english="number of participants in employment, including self-employment, six months after leaving"),
    later("EECR06", _("Liczba osób, których sytuacja na rynku pracy uległa poprawie, sześć miesięcy po opuszczeniu programu"), short=_("z lepszą sytuacją na rynku pracy"), english="number of participants with an improved labour market situation six months after leaving"),
]  # fmt: skip
