"""What happened to a participation besides its facts: calls made, exits withdrawn, records joined into one."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import CLOSING, CallChannel, CallResult, ExitReason, Situation
from .participation import Participation
from .person import Person


class CallQuerySet(models.QuerySet):
    """Sets of calls."""

    def attempts(self):
        """Those that were meant to reach the person; a change of caretaker is not."""
        return self.exclude(result=CallResult.HANDED_OVER)

    def newest_first(self):
        """By the day they were made on, the last recorded of a day first."""
        return self.order_by("-made_on", "-pk")


class Call(CreatedOnce):
    """An attempt to reach a person: when, how, by whom, what came of it, and when to try again.

    The log of a person also tells who was made the caretaker (``HANDED_OVER``), and why the matter was closed.
    """

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="calls", verbose_name=_("uczestnik")
    )
    made_on = models.DateField(_("dzień"))
    channel = models.CharField(_("sposób"), max_length=10, choices=CallChannel, default=CallChannel.PHONE)
    result = models.CharField(_("wynik"), max_length=12, choices=CallResult)
    note = models.CharField(_("notatka"), max_length=300, blank=True)
    next_on = models.DateField(_("następna próba"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakty")
        ordering = ["participation", "-made_on", "-pk"]
        indexes = [models.Index(fields=["participation", "-made_on", "-id"], name="call_newest")]
        constraints = [
            one_of(
                "call_channel_known", "channel", CallChannel.values, _("Nie ma takiego sposobu kontaktu na liście.")
            ),
            one_of("call_result_known", "result", CallResult.values, _("Nie ma takiego wyniku na liście.")),
            check(
                "call_next_after_this",
                Q(next_on__isnull=True) | Q(next_on__gte=F("made_on")),
                _("Następna próba jest wcześniejsza niż ta."),
            ),
            check(
                "call_closed_without_next",
                Q(next_on__isnull=True) | ~Q(result__in=CLOSING),
                _("Po odmowie i po zamknięciu sprawy nie ma następnej próby. Usuń jej datę albo wybierz inny wynik."),
            ),
            check(
                "call_closed_with_reason",
                ~Q(result=CallResult.CLOSED, note=""),
                _("Napisz, dlaczego sprawa jest zamknięta."),
            ),
            check(
                "call_handed_over_in_team",
                (~Q(result=CallResult.HANDED_OVER) | Q(channel=CallChannel.TEAM, next_on__isnull=True))
                & (~Q(channel=CallChannel.TEAM) | Q(result__in=[CallResult.HANDED_OVER, CallResult.CLOSED])),
                _("„W zespole” zmienia się opiekuna i zamyka sprawę; z osobą kontakt jest inny."),
            ),
        ]

    def __str__(self):
        return f"{self.made_on:%d.%m.%Y} {self.get_result_display()}"


class WithdrawnExit(models.Model):
    """A leaving that was withdrawn because the person came back, or because it was a mistake. Never changed afterwards."""

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="withdrawn_exits", verbose_name=_("uczestnik")
    )
    left_on = models.DateField(_("data zakończenia udziału"))
    exit_reason = models.CharField(_("jak zakończył się udział"), max_length=20, choices=ExitReason)
    exit_note = models.CharField(_("wyjaśnienie"), max_length=300, blank=True)
    by_path = models.BooleanField(_("zgodnie ze ścieżką"), null=True, blank=True)
    by_path_note = models.CharField(_("dlaczego inaczej, niż wynika ze ścieżki"), max_length=300, blank=True)
    situations = ArrayField(
        models.CharField(max_length=20, choices=Situation),
        verbose_name=_("sytuacja po zakończeniu"),
        default=list,
        blank=True,
    )
    business_started_on = models.DateField(_("data założenia działalności gospodarczej"), null=True, blank=True)
    reported_on = models.DateField(_("data przekazania instytucji"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("cofnięto"), db_default=Now(), editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )

    class Meta:
        verbose_name = _("cofnięte zakończenie")
        verbose_name_plural = _("cofnięte zakończenia")
        ordering = ["participation", "withdrawn_at", "pk"]

    def __str__(self):
        return f"{self.left_on:%d.%m.%Y}"

    @property
    def situations_in_words(self):
        return [Situation(value).label for value in self.situations]


class Merge(models.Model):
    """Two records of one human being joined into one, with all that is needed to part them again.

    ``kept`` stays; ``gone`` is the number of the record that went. ``before`` holds the rows as they were, by table and number, and
    ``moved`` which rows changed hands (the shapes are those of ``participants.merging``).
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="merges", verbose_name=_("projekt"))
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges", verbose_name=_("osoba"))
    gone = models.BigIntegerField(_("dawny numer"))
    before = models.JSONField(_("jak było"), default=dict, editable=False)
    moved = models.JSONField(_("co przeszło"), default=dict, editable=False)
    merged_at = models.DateTimeField(_("połączono"), db_default=Now(), editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto połączył"),
    )
    parted_at = models.DateTimeField(_("rozłączono"), null=True, blank=True)
    parted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto rozłączył"),
    )

    class Meta:
        verbose_name = _("połączenie osób")
        verbose_name_plural = _("połączenia osób")
        ordering = ["-merged_at", "-pk"]
        constraints = [
            check("merge_of_two", ~Q(kept=F("gone")), _("Nie można połączyć osoby z nią samą.")),
        ]

    def __str__(self):
        return f"{self.kept_id} ← {self.gone}"


class NotTheSame(models.Model):
    """Someone looked at two similar records and said that they are two people; ``first`` has the smaller number."""

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name=_("jedna osoba"))
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name=_("druga osoba"))
    said_at = models.DateTimeField(db_default=Now(), editable=False)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )

    class Meta:
        verbose_name = _("różne osoby")
        verbose_name_plural = _("różne osoby")
        ordering = ["first", "second"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="not_the_same_once",
                violation_error_message=_("O tych osobach już zapisano, że są różne."),
            ),
            check("not_the_same_ordered", Q(first__lt=F("second")), _("Pierwsza osoba ma mniejszy numer.")),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"
