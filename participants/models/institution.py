"""An institution that takes part (2014–2020), and delegates its employees into the project."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from stdnum.pl import nip as nip_number

from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import Answer, InstitutionKind
from .person import POLISH_ORDER, Residence


class Institution(CreatedOnce, Residence):
    """A school, an office, a social enterprise: the 24 columns of SL2014's institution block, without the support it gets.

    ``nip`` is kept as ten digits. "Brak NIP" is an empty number with ``has_no_nip``.
    """

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="institutions", verbose_name=_("projekt")
    )
    name = models.CharField(_("nazwa instytucji"), max_length=250, db_collation=POLISH_ORDER)
    nip = models.CharField(_("NIP"), max_length=10, blank=True)
    has_no_nip = models.BooleanField(_("brak NIP"), default=False)
    kind = models.CharField(_("typ instytucji"), max_length=20, choices=InstitutionKind, blank=True)
    detail = models.CharField(_("w tym"), max_length=120, blank=True)
    phone = models.CharField(_("telefon kontaktowy"), max_length=40, blank=True)
    email = models.EmailField(_("adres e-mail"), blank=True)
    entered_on = models.DateField(_("data rozpoczęcia udziału"), null=True, blank=True)
    left_on = models.DateField(_("data zakończenia udziału"), null=True, blank=True)
    delegates_employees = models.CharField(
        _("czy wsparciem zostali objęci pracownicy instytucji"), max_length=8, choices=Answer, blank=True
    )

    class Meta(Residence.Meta):
        abstract = False
        verbose_name = _("instytucja")
        verbose_name_plural = _("instytucje")
        ordering = ["project", "name", "pk"]
        constraints = [
            *Residence.Meta.constraints,
            models.UniqueConstraint(
                fields=["project", "name"],
                name="institution_once",
                violation_error_message=_("Instytucja o tej nazwie już jest w projekcie."),
            ),
            models.UniqueConstraint(
                fields=["project", "nip"],
                condition=~Q(nip=""),
                name="institution_nip_once",
                violation_error_message=_("Instytucja o tym numerze NIP już jest w projekcie."),
            ),
            check(
                "institution_nip_digits",
                Q(nip="") | Q(nip__regex=r"^\d{10}$"),
                _("NIP ma dziesięć cyfr."),
            ),
            check(
                "institution_nip_or_none",
                Q(nip="") | Q(has_no_nip=False),
                _("Podaj NIP albo zaznacz, że instytucja go nie ma."),
            ),
            one_of(
                "institution_kind_known",
                "kind",
                ["", *InstitutionKind.values],
                _("Nie ma takiego typu instytucji na liście."),
            ),
            one_of(
                "institution_delegates_yes_or_no",
                "delegates_employees",
                ["", Answer.YES, Answer.NO],
                _("Na pytanie o pracowników instytucji odpowiada się tak albo nie."),
            ),
            in_order(
                "institution_leaves_after_entering",
                "entered_on",
                "left_on",
                _("Zakończenie udziału instytucji jest wcześniejsze niż rozpoczęcie."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("participants:institution", args=[self.project.slug, self.pk])

    @property
    def reference(self):
        """What stands in logs: the number of this institution."""
        return f"I{self.pk}"

    @property
    def shown_nip(self):
        """The number as people write it, 123-456-32-18; "" where there is none."""
        return nip_number.format(self.nip) if self.nip else ""
