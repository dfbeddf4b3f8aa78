"""Which rule an indicator had from when, and the proof that it counts its worked examples rightly."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from projects.constraints import check
from projects.models import Project


class DefinitionVersion(models.Model):
    """The rule of one indicator as data (``versions.rule_of``), numbered from 1 and never changed afterwards.

    A line of the catalogue belongs to no project; an indicator of a project's own has the key ``own-<pk>`` and its project.
    ``examples``, ``failed`` (which of them, in words) and ``checked_at`` tell the last proof of this version.
    """

    key = models.CharField(_("wskaźnik"), max_length=60)
    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="definition_versions",
        verbose_name=_("projekt"),
    )
    number = models.PositiveSmallIntegerField(_("wersja"))
    name = models.CharField(_("nazwa"), max_length=400)
    rule = models.JSONField(_("reguła"))
    fingerprint = models.CharField(_("odcisk reguły"), max_length=64)
    recorded_at = models.DateTimeField(_("zapisano"), db_default=Now())
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto zmienił"),
    )
    examples = models.PositiveSmallIntegerField(_("przykłady"), default=0)
    failed = ArrayField(
        models.CharField(max_length=300),
        verbose_name=_("przykłady niespełnione"),
        default=list,
        blank=True,
    )
    checked_at = models.DateTimeField(_("sprawdzono"), null=True, blank=True)

    class Meta:
        verbose_name = _("wersja definicji")
        verbose_name_plural = _("wersje definicji")
        ordering = ["key", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "number"],
                name="definition_version_once",
                violation_error_message=_("Ta wersja definicji jest już zapisana."),
            ),
            check(
                "definition_version_from_one",
                Q(number__gte=1),
                _("Wersje definicji liczy się od 1."),
            ),
            check(
                "definition_version_own_in_project",
                Q(key__startswith="own-", project__isnull=False)
                | (~Q(key__startswith="own-") & Q(project__isnull=True)),
                _("Wskaźnik własny należy do projektu, a wskaźnik z listy nie należy do żadnego."),
            ),
            check(
                "definition_version_fails_of_its_examples",
                Q(failed__len__lte=F("examples")),
                _("Niespełnionych przykładów nie może być więcej niż wszystkich."),
            ),
        ]

    def __str__(self):
        return f"{self.key}, {self.number}"

    @property
    def sentences(self):
        """The words in Polish sentences, as they stood when the version was recorded."""
        return [word["sentence"] for word in self.rule.get("words", [])]

    @property
    def passed(self):
        """How many of the examples were counted as their table says."""
        return self.examples - len(self.failed)
