"""Support that an institution received: the last four columns of SL2014's institution block."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participants.models import Institution
from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce

from ..vocabulary import SupportDetail, SupportKind
from .support import DETAIL_FITS_KIND


class InstitutionSupport(CreatedOnce):
    """One kind of support of one institution, in the official words, from when until when."""

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="supports", verbose_name=_("instytucja")
    )
    kind = models.CharField(_("rodzaj przyznanego wsparcia"), max_length=20, choices=SupportKind)
    detail = models.CharField(_("w tym"), max_length=20, choices=SupportDetail, blank=True)
    started_on = models.DateField(_("data rozpoczęcia udziału we wsparciu"))
    ended_on = models.DateField(_("data zakończenia udziału we wsparciu"), null=True, blank=True)

    class Meta:
        verbose_name = _("wsparcie instytucji")
        verbose_name_plural = _("wsparcie instytucji")
        ordering = ["institution", "started_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "kind", "detail", "started_on"],
                name="institution_support_once",
                violation_error_message=_("To wsparcie instytucji od tego dnia już jest zapisane."),
            ),
            one_of(
                "institution_support_kind_known",
                "kind",
                SupportKind.values,
                _("Nie ma takiego rodzaju wsparcia na liście."),
            ),
            check(
                "institution_support_detail_fits_kind",
                DETAIL_FITS_KIND,
                _("„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste."),
            ),
            in_order(
                "institution_support_dates_in_order",
                "started_on",
                "ended_on",
                _("Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie."),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def get_absolute_url(self):
        return reverse("participants:institution", args=[self.institution.project.slug, self.institution_id])
