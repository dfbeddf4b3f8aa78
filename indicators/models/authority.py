"""What the authority measured and the project only records: indicators of six months after leaving."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models.participation import WarsawToday
from projects.constraints import check, parts_fit
from projects.models import CreatedOnce, Project


class AuthorityValueQuerySet(models.QuerySet):
    """Sets of values of the authority."""

    def newest_on(self, day):
        """Of each project and indicator the value that stands on the day: the one measured last, on the day or before it."""
        known = self.filter(measured_on__lte=day)
        later = AuthorityValue.objects.filter(
            project=models.OuterRef("project"),
            key=models.OuterRef("key"),
            measured_on__lte=day,
            measured_on__gt=models.OuterRef("measured_on"),
        )
        return known.exclude(models.Exists(later))


class AuthorityValue(CreatedOnce):
    """One measurement of the authority: of which indicator, on which day, how many, and the document that says so.

    ``key`` is the key of a line of the catalogue, or ``own-<number>`` of an indicator of the project's own. The authority may give a
    total without women and men. The value on a day is the newest measurement until that day.
    """

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="authority_values", verbose_name=_("projekt")
    )
    key = models.CharField(_("wskaźnik"), max_length=40)
    measured_on = models.DateField(_("dzień pomiaru"))
    women = models.PositiveIntegerField(_("kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("mężczyźni"), null=True, blank=True)
    total = models.PositiveIntegerField(_("ogółem"))
    source = models.CharField(
        _("dokument instytucji"),
        max_length=200,
        help_text=_("rodzaj, numer i data pisma, w którym instytucja podała wartość"),
    )
    note = models.CharField(_("uwagi"), max_length=300, blank=True)

    objects = AuthorityValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("wartość zmierzona przez instytucję")
        verbose_name_plural = _("wartości zmierzone przez instytucję")
        ordering = ["project", "key", "-measured_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "key", "measured_on"],
                name="authority_value_once",
                violation_error_message=_("Wartość tego wskaźnika z tego dnia już jest zapisana."),
            ),
            check("authority_value_of_an_indicator", ~Q(key=""), _("Wybierz wskaźnik, który zmierzyła instytucja.")),
            check(
                "authority_value_has_source", ~Q(source=""), _("Podaj dokument, w którym instytucja podała wartość.")
            ),
            check(
                "authority_value_not_in_future",
                Q(measured_on__lte=WarsawToday()),
                _("Dzień pomiaru jeszcze nie nadszedł."),
            ),
            parts_fit(
                "authority_value_parts_fit",
                "women",
                "men",
                "total",
                _("Kobiety i mężczyźni nie zgadzają się z wartością ogółem."),
            ),
        ]

    def __str__(self):
        return f"{self.key} {self.measured_on:%d.%m.%Y}: {self.total}"
