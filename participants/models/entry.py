"""What the official form asks of a person at entry: the same columns for a participation and for a candidate."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, one_of

from ..vocabulary import (
    EMPLOYED_DETAILS,
    INACTIVE_DETAILS,
    UNEMPLOYED,
    UNEMPLOYED_DETAILS,
    Answer,
    DisabilityDegree,
    DisabilityKind,
    Education,
    LabourDetail,
    LabourStatus,
    Occupation,
    ParticipantKind,
)
from .institution import Institution

NO_REFUSAL = ["", Answer.YES, Answer.NO]


class EntryFacts(models.Model):
    """Facts of the day of entry. Afterwards they are corrected when they were wrong, never brought up to date."""

    participant_kind = models.CharField(
        _("rodzaj uczestnika"), max_length=12, choices=ParticipantKind, default=ParticipantKind.INDIVIDUAL
    )
    delegated_by = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_delegates",
        verbose_name=_("instytucja, która deleguje"),
    )
    institution = models.CharField(_("nazwa instytucji"), max_length=200, blank=True)
    education = models.CharField(_("wykształcenie"), max_length=12, choices=Education, blank=True)
    labour_status = models.CharField(_("status na rynku pracy"), max_length=30, choices=LabourStatus, blank=True)
    labour_detail = models.CharField(_("w tym"), max_length=30, choices=LabourDetail, blank=True)
    unemployed_since = models.DateField(
        _("bez pracy nieprzerwanie od"),
        null=True,
        blank=True,
        help_text=_("rozstrzyga, czy osoba jest długotrwale bezrobotna"),
    )
    occupation = models.CharField(_("wykonywany zawód"), max_length=30, choices=Occupation, blank=True)
    employer = models.CharField(_("zatrudniony w"), max_length=200, blank=True)
    education_ends_on = models.DateField(_("planowana data zakończenia edukacji"), null=True, blank=True)
    minority = models.CharField(
        _("osoba należąca do mniejszości narodowej lub etnicznej, migrant, osoba obcego pochodzenia"),
        max_length=8,
        choices=Answer,
        blank=True,
    )
    foreign_origin = models.CharField(_("osoba obcego pochodzenia"), max_length=8, choices=Answer, blank=True)
    third_country = models.CharField(_("obywatel państwa trzeciego"), max_length=8, choices=Answer, blank=True)
    homeless = models.CharField(
        _("osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań"), max_length=8, choices=Answer, blank=True
    )
    jobless_household = models.CharField(
        _("osoba w gospodarstwie domowym bez osób pracujących"), max_length=8, choices=Answer, blank=True
    )
    household_children = models.CharField(
        _("w tym: w gospodarstwie z dziećmi na utrzymaniu"), max_length=8, choices=Answer, blank=True
    )
    single_adult_household = models.CharField(
        _("osoba w gospodarstwie z jedną osobą dorosłą i dziećmi na utrzymaniu"),
        max_length=8,
        choices=Answer,
        blank=True,
    )
    disability = models.CharField(_("osoba z niepełnosprawnościami"), max_length=8, choices=Answer, blank=True)
    disability_degree = models.CharField(
        _("stopień niepełnosprawności"), max_length=10, choices=DisabilityDegree, blank=True
    )
    disability_kind = models.CharField(
        _("rodzaj niepełnosprawności"), max_length=14, choices=DisabilityKind, blank=True, default="", db_default=""
    )
    other_disadvantage = models.CharField(
        _("osoba w innej niekorzystnej sytuacji społecznej"), max_length=8, choices=Answer, blank=True
    )

    class Meta:
        abstract = True
        constraints = [
            check(
                "%(class)s_detail_fits_status",
                Q(labour_detail="")
                | Q(labour_status__in=UNEMPLOYED, labour_detail__in=UNEMPLOYED_DETAILS)
                | Q(labour_status=LabourStatus.INACTIVE, labour_detail__in=INACTIVE_DETAILS)
                | Q(labour_status=LabourStatus.EMPLOYED, labour_detail__in=EMPLOYED_DETAILS),
                _("„W tym” nie pasuje do statusu na rynku pracy. Wybierz je jeszcze raz."),
            ),
            check(
                "%(class)s_work_only_if_employed",
                Q(labour_status=LabourStatus.EMPLOYED) | Q(occupation="", employer=""),
                _("Zawód i miejsce pracy podaje się tylko dla osoby pracującej."),
            ),
            one_of(
                "%(class)s_homeless_no_refusal",
                "homeless",
                NO_REFUSAL,
                _("Na pytanie o bezdomność odpowiada się tak albo nie; odmowa nie jest tu możliwa."),
            ),
            check(
                "%(class)s_household_no_refusal",
                Q(
                    jobless_household__in=NO_REFUSAL,
                    household_children__in=NO_REFUSAL,
                    single_adult_household__in=NO_REFUSAL,
                ),
                _("Na pytania o gospodarstwo domowe odpowiada się tak albo nie; odmowa nie jest tu możliwa."),
            ),
            check(
                "%(class)s_children_within_jobless",
                ~Q(household_children=Answer.YES) | Q(jobless_household=Answer.YES),
                _("„Z dziećmi na utrzymaniu” dotyczy tylko gospodarstwa bez osób pracujących."),
            ),
            one_of(
                "%(class)s_origin_no_refusal",
                "foreign_origin",
                NO_REFUSAL,
                _("Na pytanie o obce pochodzenie odpowiada się tak albo nie."),
            ),
            one_of(
                "%(class)s_third_country_no_refusal",
                "third_country",
                NO_REFUSAL,
                _("Na pytanie o państwo trzecie odpowiada się tak albo nie."),
            ),
            check(
                "%(class)s_degree_only_if_disabled",
                Q(disability_degree="") | Q(disability=Answer.YES),
                _("Stopień niepełnosprawności podaje się tylko, gdy osoba ma niepełnosprawność."),
            ),
            check(
                "%(class)s_disability_kind_only_if_disabled",
                Q(disability_kind="") | Q(disability=Answer.YES),
                _("Rodzaj niepełnosprawności podaje się tylko, gdy osoba ma niepełnosprawność."),
            ),
            check(
                "%(class)s_since_only_if_unemployed",
                Q(unemployed_since__isnull=True) | Q(labour_status__in=UNEMPLOYED),
                _("Od kiedy bez pracy, podaje się tylko dla osoby bezrobotnej."),
            ),
            check(
                "%(class)s_institution_only_for_employee",
                Q(institution="") | Q(participant_kind=ParticipantKind.EMPLOYEE),
                _("Instytucję podaje się tylko dla jej pracownika lub przedstawiciela."),
            ),
        ]
