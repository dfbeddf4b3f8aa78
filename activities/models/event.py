"""An event whose visitors are counted and not named: a festyn, a conference, an information meeting."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.constraints import one_of, parts_fit
from projects.models import CreatedOnce, Project

from ..vocabulary import EventKind


class HeadcountEvent(CreatedOnce):
    """An event without personal data. ``visitors`` may be unknown; its visitors are no participants."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="events", verbose_name=_("projekt"))
    name = models.CharField(_("nazwa"), max_length=200)
    kind = models.CharField(_("rodzaj"), max_length=20, choices=EventKind)
    held_on = models.DateField(_("data"))
    place = models.CharField(_("miejsce"), max_length=160, blank=True)
    visitors = models.PositiveIntegerField(
        _("liczba osób"), null=True, blank=True, help_text=_("bez nazwisk; te osoby nie są uczestnikami")
    )
    women = models.PositiveIntegerField(_("w tym kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("w tym mężczyźni"), null=True, blank=True)
    description = models.TextField(_("opis"), blank=True)

    class Meta:
        verbose_name = _("wydarzenie")
        verbose_name_plural = _("wydarzenia")
        ordering = ["project", "held_on", "pk"]
        constraints = [
            one_of("event_kind_known", "kind", EventKind.values, _("Nie ma takiego rodzaju wydarzenia na liście.")),
            parts_fit(
                "event_parts_fit", "women", "men", "visitors", _("Kobiety i mężczyźni nie zgadzają się z liczbą osób.")
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("activities:events", args=[self.project.slug])
