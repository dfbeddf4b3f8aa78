"""The Polish list of 2021–2027 (LWK EFS+), a line each. Names: domain notes 2.

A code stands in the line where a document of an authority showed it; where none did, ``code_of`` takes it from INDICATOR_CODES, so that
nothing unverified is printed. Lines that the list of 2014–2020 words alike are the same lines.
"""

from functools import partial

from django.utils.translation import gettext_lazy as _

from ..definitions import output, result
from ..models import Counts, Moment, Register
from ..words import proofs, supports
from . import inclusion
from .lines import IN, LWK, OUT, PIECES, code_of

thing = partial(output, counts=Counts.REGISTER, unit=PIECES, source=LWK)
SHARED = {line.key: line for line in inclusion.LIST}

LIST = [
    result("social_situation", _("Liczba osób, których sytuacja społeczna uległa poprawie po opuszczeniu programu"), *OUT, proofs.progressed, code=code_of("social_situation"), english="people whose social situation improved upon leaving", source=LWK),
    thing("PL0CO01", _("Liczba projektów, w których sfinansowano koszty racjonalnych usprawnień dla osób z niepełnosprawnościami"), register=Register.ACCOMMODATION, trait=_("w projekcie sfinansowano koszty racjonalnych usprawnień"), code=code_of("PL0CO01", "PL0CO01"), english="projects in which reasonable accommodation for persons with disabilities was financed"),
    thing("PL0CO02", _("Liczba obiektów dostosowanych do potrzeb osób z niepełnosprawnościami"), register=Register.ADAPTED_OBJECT, code=code_of("PL0CO02", "PL0CO02"), english="objects adapted to the needs of persons with disabilities"),
    # social services
    output("local_services", _("Liczba osób objętych usługami świadczonymi w społeczności lokalnej w programie"), *IN, supports.got_social_services, moment=Moment.EVENT, code=code_of("local_services"), short=_("usługi w społeczności lokalnej"), english="people covered by services provided in the local community", source=LWK),
    thing("local_service_places", _("Liczba utworzonych miejsc świadczenia usług w społeczności lokalnej"), register=Register.LOCAL_SERVICE_PLACE, code=code_of("local_service_places"), english="places of services created in the local community"),
    output("left_institutional_care", _("Liczba osób opuszczających opiekę instytucjonalną dzięki wsparciu w programie"), *IN, supports.left_care, moment=Moment.EVENT, code=code_of("left_institutional_care"), short=_("wyjście z opieki instytucjonalnej"), english="people leaving institutional care thanks to support", source=LWK),
    output("informal_carers", _("Liczba opiekunów faktycznych/nieformalnych objętych wsparciem w programie"), *IN, supports.got_carer_support, moment=Moment.EVENT, code=code_of("informal_carers"), short=_("opiekunowie faktyczni"), english="informal carers supported", source=LWK),
    # social economy
    SHARED["social_economy_entities"],
    SHARED["at_risk"],
    SHARED["social_jobs"],
    thing("social_enterprise_status", _("Liczba podmiotów, które uzyskały status przedsiębiorstwa społecznego"), register=Register.ENTERPRISE_STATUS, code=code_of("social_enterprise_status"), english="entities that gained the status of a social enterprise"),
    thing("reintegration_units_created", _("Liczba utworzonych podmiotów reintegracyjnych (CIS, KIS)"), register=Register.NEW_REINTEGRATION, code=code_of("reintegration_units_created"), english="reintegration units created"),
    thing("reintegration_units_supported", _("Liczba wspartych podmiotów reintegracyjnych (CIS, KIS)"), register=Register.REINTEGRATION, code=code_of("reintegration_units_supported"), english="reintegration units supported"),
]  # fmt: skip
