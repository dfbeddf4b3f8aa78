"""A comparison of the authority's own file with our records: kept, so that one can work through it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check, one_of
from projects.models import CreatedOnce, Project


class Finding(models.TextChoices):
    """How a person stands in the two records."""

    DIFFERS = "differs", _("dane się różnią")
    THEIRS = "theirs", _("tylko u instytucji")
    OURS = "ours", _("tylko u nas")
    SAME = "same", _("zgodne")
    FOREIGN = "foreign", _("inny projekt")


class Comparison(CreatedOnce):
    """A file of the authority beside our records as they were at ``compared_at``.

    ``figures`` is a list of {"code", "name", "ours", "theirs"}, the last two as [women, men, total].
    """

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="comparisons", verbose_name=_("projekt")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    file_name = models.CharField(_("plik"), max_length=200)
    brought_at = models.DateTimeField(_("wczytano"), db_default=Now(), editable=False)
    compared_at = models.DateTimeField(_("porównano"), null=True, editable=False)
    figures = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("uzgodnienie")
        verbose_name_plural = _("uzgodnienia")
        ordering = ["project", "-brought_at", "-pk"]

    def __str__(self):
        return f"{self.file_name} {self.pk}"

    def get_absolute_url(self):
        return reverse("exchange:comparison", args=[self.project.slug, self.pk])


class ComparisonRow(models.Model):
    """One person: a row of the file (``number``, ``cells``), or somebody whom the file lacks (both empty).

    ``differences`` is a list of {"column", "name", "ours", "theirs"}.
    """

    comparison = models.ForeignKey(
        Comparison, on_delete=models.CASCADE, related_name="rows", verbose_name=_("uzgodnienie")
    )
    number = models.PositiveIntegerField(_("wiersz"), null=True, blank=True)
    cells = ArrayField(models.TextField(blank=True), verbose_name=_("komórki pliku"), default=list, blank=True)
    finding = models.CharField(_("wynik"), max_length=10, choices=Finding, default=Finding.SAME)
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("uczestnictwo")
    )
    differences = models.JSONField(_("różnice"), default=list, blank=True)

    class Meta:
        verbose_name = _("wiersz uzgodnienia")
        verbose_name_plural = _("wiersze uzgodnienia")
        ordering = ["comparison", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comparison", "number"],
                name="comparison_row_once",
                violation_error_message=_("Ten wiersz pliku już jest wczytany."),
            ),
            one_of("comparison_finding_known", "finding", Finding.values, _("Nie ma takiego wyniku na liście.")),
            check(
                "comparison_row_of_somebody",
                Q(number__isnull=False) | Q(participation__isnull=False),
                _("Wiersz uzgodnienia dotyczy wiersza pliku albo uczestnika."),
            ),
        ]

    def __str__(self):
        return f"{self.comparison_id}: {self.number}"
