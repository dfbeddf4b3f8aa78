"""Which indicators a project answers for, and with what target."""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from activities.models import FormOfSupport
from activities.vocabulary import EventKind
from projects.constraints import check
from projects.models import CreatedOnce, Project

from .kinds import Counts, Kind, Register
from .target import AS_JSON, Promise, TargetCorrection, promise_rules


class IndicatorQuerySet(models.QuerySet):
    def with_changes(self):
        """The changes of each target by annexes come along in the same statement, see ``ProjectIndicator.changes``."""
        own = TargetCorrection.objects.filter(indicator=OuterRef("pk")).order_by()
        return self.annotate(found_changes=ArraySubquery(own.values(found=AS_JSON)))


class ProjectIndicator(Promise, CreatedOnce):
    """An indicator that a project answers for, with the value that its agreement promised at first, or none.

    Either ``definition`` names a line of the official catalogue, or the row is the project's own: a name, a unit, what it counts
    and, for people, the words that must hold (as ``words.spell`` reads them).
    """

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="indicators",
        verbose_name=_("projekt"),
    )
    definition = models.CharField(_("definicja z listy"), max_length=40, blank=True)
    name = models.CharField(_("nazwa"), max_length=300, blank=True, help_text=_("dla wskaźnika własnego"))
    kind = models.CharField(_("rodzaj"), max_length=10, choices=Kind, default=Kind.OUTPUT)
    unit = models.CharField(_("jednostka"), max_length=20, default="osoby")
    counts = models.CharField(_("co liczy"), max_length=12, choices=Counts, default=Counts.PEOPLE)
    words = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("zdania"),
        default=list,
        blank=True,
    )
    register = models.CharField(_("rejestr"), max_length=20, choices=Register, blank=True)
    form_of_support = models.ForeignKey(
        FormOfSupport,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("forma wsparcia"),
    )
    event_kind = models.CharField(_("rodzaj wydarzenia"), max_length=20, choices=EventKind, blank=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("wskaźnik projektu")
        verbose_name_plural = _("wskaźniki projektu")
        ordering = ["project", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "definition"],
                condition=~Q(definition=""),
                name="project_indicator_once",
                violation_error_message=_("Ten wskaźnik już jest w projekcie."),
            ),
            check(
                "project_indicator_named",
                ~Q(definition="") | ~Q(name=""),
                _("Podaj nazwę wskaźnika własnego albo wybierz go z listy."),
            ),
            check(
                "project_indicator_says_what_it_counts",
                ~Q(definition="")
                | Q(counts=Counts.PEOPLE, words__len__gt=0)
                | (Q(counts=Counts.REGISTER) & ~Q(register=""))
                | Q(
                    counts__in=[Counts.SESSIONS, Counts.LEADERS],
                    form_of_support__isnull=False,
                )
                | (Q(counts__in=[Counts.EVENTS, Counts.VISITORS]) & ~Q(event_kind="")),
                _("Wskaźnik własny musi mówić, co liczy: zdania, rejestr, formę wsparcia albo rodzaj wydarzenia."),
            ),
            check(
                "project_indicator_percent_of_people",
                Q(percent__isnull=True) | Q(counts=Counts.PEOPLE),
                _("Celem w procentach uczestników może być tylko liczba osób."),
            ),
            *promise_rules("project_indicator"),
        ]

    def __str__(self):
        return self.name or self.definition

    @cached_property
    def changes(self):
        """The corrections of the target, the newest first; no statement of its own after ``with_changes``."""
        found = getattr(self, "found_changes", None)
        corrections = self.corrections.all() if found is None else map(TargetCorrection.read, found)
        return sorted(corrections, key=lambda correction: correction.holds_from, reverse=True)
