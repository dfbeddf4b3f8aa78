"""Which indicators a project answers for, and with what target."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.models import FormOfSupport
from activities.vocabulary import EventKind
from projects.constraints import check, parts_fit
from projects.models import CreatedOnce, Project

from .kinds import Counts, Kind, Register


class ProjectIndicator(CreatedOnce):
    """An indicator that a project answers for, with the value it promised, or none.

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
    women = models.PositiveIntegerField(_("cel: kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("cel: mężczyźni"), null=True, blank=True)
    total = models.PositiveIntegerField(_("cel: ogółem"), null=True, blank=True)
    is_at_least = models.BooleanField(_("cel dla kobiet jest wartością minimalną"), default=False)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

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
            parts_fit(
                "project_indicator_parts_fit",
                "women",
                "men",
                "total",
                _("Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
            ),
        ]

    def __str__(self):
        return self.name or self.definition
