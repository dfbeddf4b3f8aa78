"""What the agreement demands of social and employment effectiveness."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.constraints import check
from projects.models import Project


class EffectivenessThreshold(models.Model):
    """The share of leavers that must succeed, in per cent, for one measure and one group, as the agreement says."""

    class Measure(models.TextChoices):
        SOCIAL = "social", _("efektywność społeczna")
        EMPLOYMENT = "employment", _("efektywność zatrudnieniowa")

    class Group(models.TextChoices):
        """Groups are disjoint here: people with disabilities, and everybody else; ``all`` stands for an undivided measure."""

        DISABLED = "disabled", _("osoby z niepełnosprawnościami")
        OTHERS = "others", _("pozostałe osoby")
        ALL = "all", _("wszystkie osoby")

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="effectiveness_thresholds",
        verbose_name=_("projekt"),
    )
    measure = models.CharField(_("miara"), max_length=12, choices=Measure)
    group = models.CharField(_("grupa"), max_length=12, choices=Group)
    percent = models.DecimalField(_("próg w procentach"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("próg efektywności")
        verbose_name_plural = _("progi efektywności")
        ordering = ["project", "-measure", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "measure", "group"],
                name="threshold_once",
                violation_error_message=_("Ten próg już jest w projekcie."),
            ),
            check(
                "threshold_in_percent",
                Q(percent__gte=0, percent__lte=100),
                _("Próg jest w procentach, od 0 do 100."),
            ),
        ]

    def __str__(self):
        return f"{self.get_measure_display()}, {self.get_group_display()}: {self.percent}%"
