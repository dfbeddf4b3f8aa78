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
    """Things that are not people and are counted by name."""

    COMMUNITY = "community", _("środowisko objęte programem aktywności lokalnej")
    SOCIAL_ENTERPRISE = (
        "social_enterprise",
        _("przedsiębiorstwo społeczne lub spółdzielnia socjalna"),
    )
    ASSOCIATION = "association", _("stowarzyszenie")
    INCUBATOR = "incubator", _("inkubator ekonomii społecznej")
    INSTITUTION = "institution", _("instytucja objęta wsparciem")
    ADAPTED_OBJECT = (
        "adapted_object",
        _("obiekt dostosowany do potrzeb osób z niepełnosprawnościami"),
    )
    JOB = "job", _("utworzone miejsce pracy")
    OTHER = "other", _("inne")


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
