"""An import: the file that was brought, its rows as they stand, how far it went, and what undoing it needs."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check, one_of
from projects.models import CreatedOnce, Project

from ..reading import CSV, XLSX
from ..statements import is_held


class State(models.TextChoices):
    """How far an import went. Until it is done nothing of it is among the participants."""

    LOADED = "loaded", _("wczytany")
    CHECKING = "checking", _("w trakcie sprawdzania")
    CHECKED = "checked", _("sprawdzony")
    ORDERED = "ordered", _("czeka na zapisanie")
    WRITING = "writing", _("w trakcie zapisywania")
    DONE = "done", _("zapisany")
    UNDONE = "undone", _("cofnięty")


BUSY = (State.LOADED, State.CHECKING, State.ORDERED, State.WRITING)


class Act(models.TextChoices):
    """What an import does, or did, with a row."""

    CREATED = "created", _("nowa osoba w projekcie")
    UPDATED = "updated", _("zmiana")
    UNCHANGED = "unchanged", _("bez zmian")
    REJECTED = "rejected", _("błędy")


class ImportRun(CreatedOnce):
    """A file on its way into a project. ``checked`` of ``total`` rows says how far the validation is.

    ``by`` is empty for the command line. ``made`` names the forms of support and groups that the import made.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="imports", verbose_name=_("projekt"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    file_name = models.CharField(_("plik"), max_length=200)
    sha256 = models.CharField(_("skrót pliku"), max_length=64, editable=False)
    kind = models.CharField(_("rodzaj pliku"), max_length=4, choices=[(CSV, "CSV"), (XLSX, "XLSX")])
    state = models.CharField(_("stan"), max_length=10, choices=State, default=State.LOADED, editable=False)
    failure = models.CharField(_("dlaczego się nie udało"), max_length=400, blank=True, editable=False)
    total = models.PositiveIntegerField(_("wierszy"), default=0, editable=False)
    checked = models.PositiveIntegerField(_("sprawdzonych"), default=0, editable=False)
    created = models.PositiveIntegerField(_("nowych"), default=0, editable=False)
    updated = models.PositiveIntegerField(_("zmienionych"), default=0, editable=False)
    unchanged = models.PositiveIntegerField(_("bez zmian"), default=0, editable=False)
    rejected = models.PositiveIntegerField(_("z błędami"), default=0, editable=False)
    excluded = models.PositiveIntegerField(_("pominiętych"), default=0, editable=False)
    warned = models.PositiveIntegerField(_("z uwagami"), default=0, editable=False)
    made = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(_("wczytano"), db_default=Now(), editable=False)
    checked_at = models.DateTimeField(_("sprawdzono"), null=True, editable=False)
    done_at = models.DateTimeField(_("zapisano"), null=True, editable=False)
    undone_at = models.DateTimeField(_("cofnięto"), null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("kto cofnął"),
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("importy")
        ordering = ["project", "-created_at", "-pk"]
        constraints = [
            one_of("import_state_known", "state", State.values, _("Nie ma takiego stanu importu.")),
            check(
                "import_checked_within_total",
                Q(checked__lte=F("total")),
                _("Nie można sprawdzić więcej wierszy, niż jest w pliku."),
            ),
        ]

    def __str__(self):
        return f"{self.file_name} {self.pk}"

    @property
    def is_alive(self):
        """Whether a worker is at it right now."""
        return is_held("run", self.pk)

    @property
    def is_interrupted(self):
        """Whether its worker stopped before the end. Nothing of it is written; it can be started again."""
        return self.state in (State.CHECKING, State.WRITING) and not self.is_alive

    @property
    def can_be_written(self):
        """Whether everything is checked, nothing is rejected, and something would change."""
        return self.state == State.CHECKED and not self.rejected and bool(self.created or self.updated)

    @property
    def keeps_rows(self):
        """Whether its rows are still there: after some months only the figures are (``manage.py forget_files``)."""
        return self.rows.exists()

    def counts(self):
        """The figures of the command's JSON, without the errors. Excluded rows are not counted."""
        return {
            "rows": self.total - self.excluded,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
        }


class ImportRow(models.Model):
    """A row of the file: its cells (as corrected), what would become of it, and after the import what undoing needs.

    ``errors`` and ``warnings`` are lists of {"column", "name", "message", "suggestion"}; column 0 is the whole row. ``before`` holds
    what the import changed as it was, ``after`` as it left it, ``made`` the keys of the rows it made.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", verbose_name=_("import"))
    number = models.PositiveIntegerField(_("wiersz"))
    cells = ArrayField(models.TextField(blank=True), verbose_name=_("komórki"))
    original = ArrayField(models.TextField(blank=True), null=True, editable=False)
    key = models.CharField(max_length=64, blank=True, editable=False)  # a digest: whom the row is about
    is_excluded = models.BooleanField(_("pominięty"), default=False)
    act = models.CharField(_("co z nim będzie"), max_length=10, choices=Act, blank=True, editable=False)
    errors = models.JSONField(default=list, editable=False)
    warnings = models.JSONField(default=list, editable=False)
    participation = models.ForeignKey(
        Participation,
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("uczestnictwo"),
    )
    before = models.JSONField(default=dict, editable=False)
    after = models.JSONField(default=dict, editable=False)
    made = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("wiersz importu")
        verbose_name_plural = _("wiersze importu")
        ordering = ["run", "number"]
        indexes = [models.Index(fields=["run", "key"], name="import_row_key")]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "number"],
                name="import_row_once",
                violation_error_message=_("Ten wiersz pliku już jest wczytany."),
            ),
            one_of("import_act_known", "act", ["", *Act.values], _("Nie ma takiego działania na liście.")),
        ]

    def __str__(self):
        return f"{self.run_id}: {self.number}"
