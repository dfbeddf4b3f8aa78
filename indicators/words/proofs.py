"""Words of what a person achieved, proved by the 28th day after leaving."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import LabourDetail, LabourStatus, OutcomeKind

from ..definitions import DAY, Stage, Word
from .facts import proof

PROVED = _("Potwierdzenie do 28. dnia")


def proved(name, phrase, condition, *kinds, note=""):
    return Word(name, phrase, condition, Stage.PROOF, PROVED, proof(*kinds), note, kinds)


NO_ATTENDANCE_CERTIFICATE = _("Zaświadczenie o samym udziale nie wystarcza.")
qualified = proved(
    "qualified",
    _("kwalifikację potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(qualified_on__lte=DAY),
    OutcomeKind.QUALIFICATION,
    note=NO_ATTENDANCE_CERTIFICATE,
)
qualified_or_competent = proved(
    "qualified_or_competent",
    _("kwalifikację lub kompetencję potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(qualified_on__lte=DAY) | Q(competent_on__lte=DAY),
    OutcomeKind.QUALIFICATION,
    OutcomeKind.COMPETENCE,
    note=NO_ATTENDANCE_CERTIFICATE,
)
working = proved(
    "employed",
    _("pracę potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(employed_on__lte=DAY),
    OutcomeKind.EMPLOYMENT,
)
own_business = proved(
    "business",
    _("założyła własną działalność najpóźniej 28. dnia po zakończeniu"),
    Q(business_on__lte=DAY),
    OutcomeKind.EMPLOYMENT,
)
seeking = proved(
    "seeking",
    _("poszukiwanie pracy potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(seeking_on__lte=DAY),
    OutcomeKind.JOB_SEARCH,
)
studying = proved(
    "studying",
    _("podjęła kształcenie lub szkolenie najpóźniej 28. dnia po zakończeniu"),
    Q(studying_on__lte=DAY),
    OutcomeKind.EDUCATION,
)
progressed = proved(
    "progressed",
    _("poprawę sytuacji społecznej potwierdzono najpóźniej 28. dnia po zakończeniu"),
    Q(progressed_on__lte=DAY),
    OutcomeKind.SOCIAL_PROGRESS,
)
volunteering = proved(
    "volunteering",
    _("podjęła wolontariat najpóźniej 28. dnia po zakończeniu"),
    Q(volunteering_on__lte=DAY),
    OutcomeKind.SOCIAL_PROGRESS,
)
any_result = proved(
    "any_result",
    _("szuka pracy, uczy się, uzyskała kwalifikacje lub pracuje najpóźniej 28. dnia po zakończeniu"),
    Q(labour_status=LabourStatus.INACTIVE, seeking_on__lte=DAY)
    | (~Q(labour_detail=LabourDetail.IN_EDUCATION) & Q(studying_on__lte=DAY))
    | Q(qualified_on__lte=DAY)
    | (~Q(labour_status=LabourStatus.EMPLOYED) & Q(employed_on__lte=DAY)),
    OutcomeKind.JOB_SEARCH,
    OutcomeKind.EDUCATION,
    OutcomeKind.QUALIFICATION,
    OutcomeKind.EMPLOYMENT,
)
