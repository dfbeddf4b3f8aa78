"""Social inclusion 2014–2020 (WLWK, thematic objective 9), a line each: people at risk, services, social economy, horizontal ones.

Names: domain notes 1.3. The list has no codes. A person at risk is one with a documented premise (3.4).
"""

from functools import partial

from django.utils.translation import gettext_lazy as _

from participants.vocabulary import InstitutionKind

from ..definitions import output, result
from ..models import Counts, Moment, Register
from ..words import proofs, situation, status, supports
from .lines import BOTH_KEY_LISTS, IN, OUT, PIECES, WLWK, WLWK_HORIZONTAL

thing = partial(output, counts=Counts.REGISTER, unit=PIECES)

LIST = [
    output("at_risk", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym objętych wsparciem w programie"), *IN, situation.at_risk, short=_("osoby zagrożone wykluczeniem"), english="people at risk of poverty or social exclusion supported in the programme", source=BOTH_KEY_LISTS),
    thing("communities", _("Liczba środowisk objętych programem aktywności lokalnej"), register=Register.COMMUNITY, english="communities covered by a local activity programme", source=WLWK),
    result("at_risk_qualified", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym, które uzyskały kwalifikacje po opuszczeniu programu"), *OUT, situation.at_risk, proofs.qualified, short=_("kwalifikacje"), english="people at risk who gained a qualification upon leaving", source=WLWK),
    result("qualified_or_competent", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym, które uzyskały kwalifikacje lub nabyły kompetencje po opuszczeniu programu"), *OUT, situation.at_risk, proofs.qualified_or_competent, short=_("kwalifikacje lub kompetencje"), english="people at risk who gained a qualification or competences upon leaving", source=WLWK),
    result("at_risk_seeking", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym poszukujących pracy po opuszczeniu programu"), *OUT, situation.at_risk, status.inactive, proofs.seeking, short=_("poszukiwanie pracy"), english="people at risk engaged in job searching upon leaving", source=WLWK),
    result("at_risk_working", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym pracujących po opuszczeniu programu (łącznie z pracującymi na własny rachunek)"), *OUT, situation.at_risk, status.jobless, proofs.working, short=_("praca"), english="people at risk in employment, including self-employment, upon leaving", source=WLWK),
    result("at_risk_working_later", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym pracujących 6 miesięcy po opuszczeniu programu (łącznie z pracującymi na własny rachunek)"), counts=Counts.AUTHORITY, short=_("praca po 6 miesiącach"), english="people at risk in employment, including self-employment, six months after leaving", source=WLWK),
    # services
    output("at_risk_services", _("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym objętych usługami społecznymi świadczonymi w interesie ogólnym w programie"), *IN, situation.at_risk, supports.got_social_services, moment=Moment.EVENT, short=_("usługi społeczne"), english="people at risk covered by social services of general interest", source=WLWK),
    output("service_places_lasting", _("Liczba wspartych w programie miejsc świadczenia usług społecznych istniejących po zakończeniu projektu"), counts=Counts.REGISTER, register=Register.LASTING_SERVICE_PLACE, unit=PIECES, english="places of social services supported in the programme that exist after the project", source=WLWK),
    # social economy (investment priority 9v)
    output("social_economy_entities", _("Liczba podmiotów ekonomii społecznej objętych wsparciem"), counts=Counts.INSTITUTIONS, institution_kinds=(InstitutionKind.SOCIAL_ECONOMY,), unit=PIECES, english="social economy entities supported", source=BOTH_KEY_LISTS),
    thing("social_jobs", _("Liczba miejsc pracy utworzonych w przedsiębiorstwach społecznych"), register=Register.JOB, english="jobs created in social enterprises", source=BOTH_KEY_LISTS),
    thing("social_jobs_lasting", _("Liczba miejsc pracy istniejących co najmniej 30 miesięcy, utworzonych w przedsiębiorstwach społecznych"), register=Register.LASTING_JOB, english="jobs created in social enterprises that have existed for at least 30 months", source=WLWK),
    # horizontal: every project has them, and they may stay at 0
    thing("adapted_objects", _("Liczba obiektów dostosowanych do potrzeb osób z niepełnosprawnościami"), register=Register.ADAPTED_OBJECT, english="objects adapted to the needs of persons with disabilities", source=WLWK_HORIZONTAL),
    output("digital_competence", _("Liczba osób objętych szkoleniami / doradztwem w zakresie kompetencji cyfrowych"), *IN, supports.got_digital_training, moment=Moment.EVENT, short=_("kompetencje cyfrowe"), english="people trained or advised in digital competences", source=WLWK_HORIZONTAL),
    thing("accommodation", _("Liczba projektów, w których sfinansowano koszty racjonalnych usprawnień dla osób z niepełnosprawnościami"), register=Register.ACCOMMODATION, trait=_("w projekcie sfinansowano koszty racjonalnych usprawnień"), english="projects in which reasonable accommodation for persons with disabilities was financed", source=WLWK_HORIZONTAL),
    thing("ict_entities", _("Liczba podmiotów wykorzystujących technologie informacyjno-komunikacyjne (TIK)"), register=Register.ICT_ENTITY, english="entities using information and communication technologies", source=WLWK_HORIZONTAL),
]  # fmt: skip
