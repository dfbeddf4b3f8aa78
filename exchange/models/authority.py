"""The row of the authority's file from which a participation came."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check

from ..layouts.columns import COLUMNS


class AuthorityRow(models.Model):
    """What the authority's file said of a participation, cell by cell, and how we wrote the same facts at that moment.

    A cell goes back as it came for as long as we would still write the same; after that ours goes
    (docs/decisions/authority-files.md). ``number`` is the row in the file, the heading being 1.
    """

    participation = models.OneToOneField(
        Participation, on_delete=models.CASCADE, related_name="authority_row", verbose_name=_("uczestnictwo")
    )
    cells = ArrayField(models.TextField(blank=True), verbose_name=_("komórki pliku"))
    rendered = ArrayField(models.TextField(blank=True), verbose_name=_("nasz zapis"))
    number = models.PositiveIntegerField(_("wiersz pliku"))

    class Meta:
        verbose_name = _("wiersz z pliku instytucji")
        verbose_name_plural = _("wiersze z pliku instytucji")
        ordering = ["participation"]
        constraints = [
            check(
                "authority_row_is_whole",
                Q(cells__len=len(COLUMNS), rendered__len=len(COLUMNS)),
                _("Wiersz pliku instytucji ma 43 komórki."),
            )
        ]

    def __str__(self):
        return f"{self.participation_id}: {self.number}"
