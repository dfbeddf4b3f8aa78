"""Official kinds of support and their details (SL2014, SM EFS), and what kind of service each detail is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SupportKind(models.TextChoices):
    """ "Rodzaj przyznanego wsparcia"."""

    COUNSELLING = "counselling", _("doradztwo/konsultacje")
    TRAINING = "training", _("szkolenie/kurs")
    INTERNSHIP = "internship", _("staż/praktyka")
    ACTIVE_INTEGRATION = "active_integration", _("usługa aktywnej integracji")
    SOCIAL_SERVICES = "social_services", _("usługi społeczne")
    JOB_BROKERAGE = "job_brokerage", _("pośrednictwo pracy")
    SUBSIDISED_JOB = "subsidised_job", _("subsydiowanie zatrudnienia")
    BUSINESS_GRANT = "business_grant", _("środki na rozpoczęcie działalności gospodarczej")
    SOCIAL_ECONOMY = "social_economy", _("instrument wsparcia ekonomii społecznej")
    STUDIES = "studies", _("studia")
    OTHER = "other", _("inne")

    @property
    def key(self):
        """The name under which a participation keeps the first day of any support of this kind; kept for social services only."""
        return f"k_{self.value}"


class SupportTheme(models.TextChoices):
    """What a form of support is about, where an official indicator counts the people who got it."""

    DIGITAL = "digital", _("kompetencje cyfrowe")
    CARERS = "carers", _("wsparcie opiekunów faktycznych (nieformalnych)")
    LEAVING_CARE = "leaving_care", _("opuszczenie opieki instytucjonalnej")

    @property
    def key(self):
        """The name under which a participation keeps the first day of any support of this theme."""
        return f"t_{self.value}"


class SupportDetail(models.TextChoices):
    """The "w tym" of the kind of support."""

    PSYCHOLOGICAL = "psychological", _("pomoc psychologiczna")
    CAREER = "career", _("doradztwo zawodowe")
    LEGAL = "legal", _("doradztwo/pomoc prawna")
    SOCIAL = "social", _("usługa o charakterze społecznym")
    VOCATIONAL = "vocational", _("usługa o charakterze zawodowym")
    EDUCATIONAL = "educational", _("usługa o charakterze edukacyjnym")
    HEALTH = "health", _("usługa o charakterze zdrowotnym")
    ASSISTANCE = "assistance", _("usługi asystenckie")
    CARE = "care", _("usługi opiekuńcze")
    SUPPORTED_HOUSING = "supported_housing", _("mieszkania wspomagane")
    FAMILY = "family", _("wsparcie rodziny")
    FOSTER_CARE = "foster_care", _("piecza zastępcza")


# Which "w tym" a kind of support has; the other kinds have none (SL2014, SM EFS).
DETAILS_OF_KIND = {
    SupportKind.COUNSELLING: (SupportDetail.PSYCHOLOGICAL, SupportDetail.CAREER, SupportDetail.LEGAL),
    SupportKind.ACTIVE_INTEGRATION: (
        SupportDetail.SOCIAL,
        SupportDetail.VOCATIONAL,
        SupportDetail.EDUCATIONAL,
        SupportDetail.HEALTH,
    ),
    SupportKind.SOCIAL_SERVICES: (
        SupportDetail.ASSISTANCE,
        SupportDetail.CARE,
        SupportDetail.SUPPORTED_HOUSING,
        SupportDetail.FAMILY,
        SupportDetail.FOSTER_CARE,
    ),
}


class HourUnit(models.TextChoices):
    CLOCK = "clock", _("godziny zegarowe (60 minut)")
    TEACHING = "teaching", _("godziny dydaktyczne (45 minut)")


class Mode(models.TextChoices):
    GROUP = "group", _("grupowo")
    INDIVIDUAL = "individual", _("indywidualnie")


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("obecność")
    ABSENT = "absent", _("nieobecność")
    EXCUSED = "excused", _("nieobecność usprawiedliwiona")


class Weekday(models.IntegerChoices):
    """Days of the week as ``date.weekday`` counts them."""

    MONDAY = 0, _("poniedziałek")
    TUESDAY = 1, _("wtorek")
    WEDNESDAY = 2, _("środa")
    THURSDAY = 3, _("czwartek")
    FRIDAY = 4, _("piątek")
    SATURDAY = 5, _("sobota")
    SUNDAY = 6, _("niedziela")


class SessionStatus(models.TextChoices):
    """A cancelled session counts in no hours and has no attendance; it stays in the schedule with its reason."""

    PLANNED = "planned", _("w planie")
    CANCELLED = "cancelled", _("odwołane")


class EventKind(models.TextChoices):
    """Events where people are only counted; their visitors are no participants."""

    FESTIVAL = "festival", _("festyn")
    LOCAL_INITIATIVE = "local_initiative", _("inicjatywa lokalna")
    CONFERENCE = "conference", _("konferencja")
    INFORMATION = "information", _("spotkanie informacyjno-promocyjne")
    STUDY_VISIT = "study_visit", _("wyjazd studyjny")
    OTHER = "other", _("inne wydarzenie")


class ServiceCharacter(models.TextChoices):
    """What effectiveness asks of a form of support: did the person get vocational, or social, service?"""

    VOCATIONAL = "vocational", _("zawodowy")
    SOCIAL = "social", _("społeczny")
    OTHER = "other", _("inny")


class AllowanceKind(models.TextChoices):
    """Money for a person: stipends, benefits, refunds of what taking part costs."""

    TRAINING = "training", _("stypendium szkoleniowe")
    INTERNSHIP = "internship", _("stypendium stażowe")
    INTEGRATION = "integration", _("świadczenie integracyjne")
    TRAVEL = "travel", _("zwrot kosztów dojazdu")
    CARE = "care", _("zwrot kosztów opieki nad dzieckiem lub osobą zależną")
    CATERING = "catering", _("wyżywienie")
    TESTS = "tests", _("badania lekarskie")
    INSURANCE = "insurance", _("ubezpieczenie NNW")
    OTHER = "other", _("inne świadczenie")


class AllowanceUnit(models.TextChoices):
    """What a rate is for."""

    HOUR = "hour", _("godzina")
    DAY = "day", _("dzień")
    MONTH = "month", _("miesiąc")
    PIECE = "piece", _("sztuka")


# What each kind is usually counted in; a rate may say otherwise.
USUAL_UNITS = {
    AllowanceKind.TRAINING: AllowanceUnit.HOUR,
    AllowanceKind.INTERNSHIP: AllowanceUnit.MONTH,
    AllowanceKind.INTEGRATION: AllowanceUnit.MONTH,
    AllowanceKind.TRAVEL: AllowanceUnit.DAY,
    AllowanceKind.CARE: AllowanceUnit.HOUR,
    AllowanceKind.CATERING: AllowanceUnit.DAY,
    AllowanceKind.TESTS: AllowanceUnit.PIECE,
    AllowanceKind.INSURANCE: AllowanceUnit.PIECE,
    AllowanceKind.OTHER: AllowanceUnit.PIECE,
}
