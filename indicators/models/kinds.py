"""What an indicator can be and what it can count."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    OUTPUT = "output", _("produkt")
    RESULT = "result", _("rezultat")


class Moment(models.TextChoices):
    """The clock by which an indicator is read (domain: three clocks after leaving)."""

    ENTRY = "entry", _("w dniu przystąpienia")
    LEAVING = "leaving", _("od zakończenia udziału do 4 tygodni po nim")
    SIX_MONTHS = "six_months", _("6 miesięcy po zakończeniu udziału")
    EVENT = "event", _("w dniu zdarzenia")


class Register(models.TextChoices):
    """What is no person and is counted by name; the last ones are ``TRAITS`` of the project itself."""

    COMMUNITY = "community", _("środowisko objęte programem aktywności lokalnej")
    SOCIAL_ENTERPRISE = "social_enterprise", _("przedsiębiorstwo społeczne lub spółdzielnia socjalna")
    ENTERPRISE_STATUS = "enterprise_status", _("podmiot, który uzyskał status przedsiębiorstwa społecznego")
    ASSOCIATION = "association", _("stowarzyszenie")
    INCUBATOR = "incubator", _("inkubator ekonomii społecznej")
    INSTITUTION = "institution", _("instytucja objęta wsparciem")
    ADAPTED_OBJECT = "adapted_object", _("obiekt dostosowany do potrzeb osób z niepełnosprawnościami")
    JOB = "job", _("utworzone miejsce pracy")
    LASTING_JOB = "lasting_job", _("miejsce pracy, które istnieje co najmniej 30 miesięcy")
    LASTING_SERVICE_PLACE = (
        "lasting_service",
        _("miejsce świadczenia usług społecznych, które istnieje po zakończeniu projektu"),
    )
    LOCAL_SERVICE_PLACE = "local_service", _("utworzone miejsce świadczenia usług w społeczności lokalnej")
    NEW_REINTEGRATION = "new_reintegration", _("utworzony podmiot reintegracyjny (CIS, KIS)")
    REINTEGRATION = "reintegration", _("wsparty podmiot reintegracyjny (CIS, KIS)")
    ICT_ENTITY = "ict_entity", _("podmiot wykorzystujący technologie informacyjno-komunikacyjne (TIK)")
    OTHER = "other", _("inne")
    BY_SOCIAL_PARTNERS = (
        "social_partners",
        _("cecha projektu: realizują go partnerzy społeczni lub organizacje pozarządowe"),
    )
    FOR_WOMEN = "for_women", _("cecha projektu: trwały udział kobiet w zatrudnieniu")
    FOR_ADMINISTRATION = "for_administration", _("cecha projektu: obejmuje administrację lub usługi publiczne")
    ACCOMMODATION = "accommodation", _("cecha projektu: koszty racjonalnych usprawnień")


TRAITS = (
    Register.BY_SOCIAL_PARTNERS,
    Register.FOR_WOMEN,
    Register.FOR_ADMINISTRATION,
    Register.ACCOMMODATION,
)  # a project has the trait or not, however many entries prove it
AFTER_THE_PROJECT = (Register.LASTING_JOB, Register.LASTING_SERVICE_PLACE)  # they come true when the project has ended


class Counts(models.TextChoices):
    """What an indicator counts; the unit is part of its name."""

    PEOPLE = "people", _("osoby")
    REGISTER = "register", _("wpisy do rejestru")
    SESSIONS = "sessions", _("odbyte zajęcia")
    LEADERS = "leaders", _("osoby prowadzące")
    EVENTS = "events", _("wydarzenia")
    VISITORS = "visitors", _("odwiedzający, bez nazwisk")
    INSTITUTIONS = "institutions", _("instytucje objęte wsparciem")
    AUTHORITY = "authority", _("wartość, którą mierzy instytucja")
