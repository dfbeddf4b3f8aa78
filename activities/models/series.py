"""A series: the plan from which sessions of a group were made at once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.constraints import check
from projects.models import CreatedOnce

from ..vocabulary import Weekday
from .support import Enrolment, Group


class Series(CreatedOnce):
    """What was planned in one form: on which days of the week, from when until when in the day. Its sessions live their own life."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="series", verbose_name=_("grupa"))
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=_("dla osoby"),
    )
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(choices=Weekday),
        verbose_name=_("dni tygodnia"),
        default=list,
        blank=True,
        help_text=_("puste, gdy zaplanowano tylko pojedyncze dni"),
    )
    starts_at = models.TimeField(_("od"))
    ends_at = models.TimeField(_("do"))

    class Meta:
        verbose_name = _("seria zajęć")
        verbose_name_plural = _("serie zajęć")
        ordering = ["group", "pk"]
        constraints = [
            check(
                "series_ends_after_it_starts",
                models.Q(ends_at__gt=models.F("starts_at")),
                _("Zajęcia serii kończą się wcześniej, niż się zaczynają."),
            ),
            check(
                "series_weekdays_known",
                models.Q(weekdays__contained_by=[day.value for day in Weekday]),
                _("Dni tygodnia serii to dni od poniedziałku do niedzieli."),
            ),
        ]

    def __str__(self):
        days = ", ".join(str(Weekday(day).label) for day in self.weekdays) or _("pojedyncze dni")
        return f"{days}, {self.starts_at:%-H.%M}–{self.ends_at:%-H.%M}"
