"""Things that are not people, counted by name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.constraints import one_of
from projects.models import CreatedOnce, Project

from .kinds import Register


class RegisterEntry(CreatedOnce):
    """One countable thing that is not a person: named, dated, and counted once its proof is named."""

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="register_entries",
        verbose_name=_("projekt"),
    )
    register = models.CharField(_("rejestr"), max_length=20, choices=Register)
    name = models.CharField(_("nazwa"), max_length=200)
    happened_on = models.DateField(_("data"))
    evidence = models.CharField(
        _("dowód"),
        max_length=200,
        blank=True,
        help_text=_("bez dowodu wpis czeka i nie jest liczony"),
    )
    note = models.CharField(_("uwagi"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("wpis do rejestru")
        verbose_name_plural = _("wpisy do rejestru")
        ordering = ["project", "happened_on", "pk"]
        constraints = [
            one_of(
                "register_known",
                "register",
                Register.values,
                _("Nie ma takiego rejestru na liście."),
            ),
            models.UniqueConstraint(
                fields=["project", "register", "name"],
                name="register_entry_once",
                violation_error_message=_("Wpis o tej nazwie już jest w rejestrze."),
            ),
        ]

    def __str__(self):
        return self.name
