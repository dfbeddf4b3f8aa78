"""The individual path (IŚR, IPD): which forms of support are planned for a person, and for how many hours."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check

from .support import FormOfSupport


class PlannedSupport(models.Model):
    """One form of support planned for one participation. Hours are in the unit of the form; none where hours are not planned.

    A form agreed on later than the others (an annex) has its own day. Triggers keep how many forms a path has and how many of
    them are finished (``Participation.path_planned``, ``path_done``), and refuse a form of another project.
    """

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="planned_supports", verbose_name=_("uczestnik")
    )
    form_of_support = models.ForeignKey(
        FormOfSupport, on_delete=models.CASCADE, related_name="planned_for", verbose_name=_("forma wsparcia")
    )
    hours_planned = models.DecimalField(_("godziny"), max_digits=6, decimal_places=2, null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    agreed_on = models.DateField(_("uzgodniono"), null=True, blank=True)
    note = models.CharField(_("uwagi"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("zaplanowane wsparcie")
        verbose_name_plural = _("ścieżka")
        ordering = ["participation", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "form_of_support"],
                name="planned_support_once",
                violation_error_message=_("Ta forma wsparcia już jest w ścieżce."),
            ),
            check(
                "planned_support_hours_positive",
                Q(hours_planned__isnull=True) | Q(hours_planned__gt=0),
                _("Zaplanowana liczba godzin musi być większa od zera albo pusta."),
            ),
        ]

    def __str__(self):
        return str(self.form_of_support)
