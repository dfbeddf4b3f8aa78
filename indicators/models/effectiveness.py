"""What the agreement says of social and employment effectiveness: by which version of the rules it is measured, and the thresholds."""

from dataclasses import fields

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.effectiveness import Group as MeasuredGroup
from participants.effectiveness import Measure as Measured
from participants.effectiveness import Special, Terms
from projects.constraints import check, one_of
from projects.models import Project


class Version(models.TextChoices):
    """One joint measure with employment in it; two measures; two measures with the higher threshold of employment."""

    JOINT = "joint", _("miara łączna, w niej zatrudnieniowa (nabory do jesieni 2016)")
    SEPARATE = "separate", _("dwie osobne miary (nabory od jesieni 2016)")
    LATER = "later", _("dwie osobne miary, wyższy próg zatrudnieniowej (umowy od około 2018)")


class Grouping(models.TextChoices):
    DISJOINT = "disjoint", _("rozłącznie: grupa szczególna i pozostałe osoby")
    OVERLAPPING = "overlapping", _("łącznie: wszystkie osoby, a wśród nich grupa szczególna")


class EffectivenessRules(models.Model):
    """The way of measuring that the agreement prescribes: the version of the guidelines, the groups, and what only they can say.

    The guideline in force on the day the call was announced applies, so every agreement has its own. A project without a row is
    measured by the defaults.
    """

    Version, Grouping = Version, Grouping

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="effectiveness_rules", verbose_name=_("projekt")
    )
    version = models.CharField(_("jak mierzyć"), max_length=10, choices=Version, default=Version.LATER)
    grouping = models.CharField(_("grupy osób"), max_length=12, choices=Grouping, default=Grouping.DISJOINT)
    special = models.CharField(_("grupa szczególna"), max_length=10, choices=Special, default=Special.DISABLED)
    only_at_risk = models.BooleanField(
        _("tylko osoby z udokumentowaną przesłanką zagrożenia"),
        default=False,
        help_text=_("bez przesłanki osoba z otoczenia nie jest osobą zagrożoną"),
    )
    excludes_school = models.BooleanField(
        _("bez osób, które podjęły naukę w formie szkolnej"),
        default=True,
        help_text=_("szkoła lub studia, nie kurs"),
    )
    excludes_minors = models.BooleanField(_("bez osób, które w dniu przystąpienia nie miały 18 lat"), default=False)
    excludes_homeless = models.BooleanField(_("bez osób bezdomnych"), default=False)
    excludes_in_care = models.BooleanField(
        _("bez osób w zakładzie karnym, pieczy zastępczej lub ośrodku dla nieletnich"),
        default=False,
        help_text=_("według udokumentowanych przesłanek"),
    )
    social_waits = models.BooleanField(
        _("efektywność społeczna też czeka na koniec 90 dni"),
        default=False,
        help_text=_("osoba bez postępu wchodzi do miary dopiero, gdy termin minie"),
    )
    asked = ArrayField(
        models.CharField(max_length=30),
        verbose_name=_("miary i grupy z progami"),
        default=list,
        db_default=models.Value([]),
        editable=False,
    )  # "employment:others": kept by the database from the thresholds

    class Meta:
        verbose_name = _("zasady efektywności")
        verbose_name_plural = _("zasady efektywności")
        ordering = ["project"]
        constraints = [
            one_of("rules_version_known", "version", Version.values, _("Nie ma takiej wersji zasad na liście.")),
            one_of("rules_grouping_known", "grouping", Grouping.values, _("Nie ma takiego podziału na liście.")),
            one_of("rules_special_known", "special", Special.values, _("Nie ma takiej grupy na liście.")),
        ]

    def __str__(self):
        return f"{self.project}: {self.get_version_display()}"

    @property
    def is_joint(self):
        return self.version == self.Version.JOINT

    @property
    def terms(self):
        """What decides whom the measures ask about."""
        return Terms(**{one.name: getattr(self, one.name) for one in fields(Terms)})


class EffectivenessThreshold(models.Model):
    """The share of leavers that must succeed, in per cent, for one measure and one group, as the agreement says."""

    Measure, Group = Measured, MeasuredGroup

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="effectiveness_thresholds",
        verbose_name=_("projekt"),
    )
    measure = models.CharField(_("miara"), max_length=12, choices=Measured)
    group = models.CharField(_("grupa"), max_length=12, choices=MeasuredGroup)
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

    @property
    def rules(self):
        """The rules of the project, the usual ones where it has no row."""
        return getattr(self.project, "effectiveness_rules", None) or EffectivenessRules()

    @property
    def terms(self):
        return self.rules.terms
