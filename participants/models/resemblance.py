"""People who may be one human being recorded twice: a view of the database, read and never written."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .person import Person

ALIKE = 0.55  # of pg_trgm's similarity: below it stand sisters and namesakes


class Resemblance(models.Model):
    """One person and another who resembles her. Seen from either side, so a pair stands here twice.

    They were born on the same day and have similar names, or one birth date is missing and the names are the same, or they have the
    same identifier (``identifier``, else ""). At least one of them has no PESEL: two numbers are two people. ``likeness`` is that of
    the names, from 0.55 to 1. Ask for the people of one project; the view as a whole is large.
    """

    one = models.OneToOneField(
        Person,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        db_column="one_id",
        related_name="+",
        verbose_name=_("osoba"),
    )
    other = models.ForeignKey(Person, on_delete=models.DO_NOTHING, related_name="+", verbose_name=_("podobna osoba"))
    likeness = models.FloatField(_("podobieństwo"))
    identifier = models.TextField(_("ten sam identyfikator"))

    class Meta:
        managed = False
        db_table = "participants_resemblance"
        verbose_name = _("podobieństwo")
        verbose_name_plural = _("podobieństwa")

    def __str__(self):
        return f"{self.one_id} ~ {self.other_id}"
