"""A session of a group (or of one person), and who came."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, one_of
from projects.models import CreatedOnce

from ..vocabulary import AttendanceStatus, SessionStatus
from .series import Series
from .support import Enrolment, Group


class SessionQuerySet(models.QuerySet):
    """Sets of sessions."""

    def taking_place(self):
        """Those that are not cancelled: only they count, in hours and in attendance."""
        return self.exclude(status=SessionStatus.CANCELLED)


class Session(CreatedOnce):
    """One meeting: the day, the hours (in the unit of its form of support), the place, who leads.

    A session that was moved keeps the day on which it was planned first; a cancelled one keeps its reason. A trigger keeps every
    session inside its project (``session_within_project``).
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="sessions", verbose_name=_("grupa"))
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="individual_sessions",
        verbose_name=_("dla osoby"),
        help_text=_("tylko przy wsparciu indywidualnym"),
    )
    held_on = models.DateField(_("data"))
    starts_at = models.TimeField(_("od"), null=True, blank=True)
    ends_at = models.TimeField(_("do"), null=True, blank=True)
    hours = models.DecimalField(_("godziny"), max_digits=5, decimal_places=2)
    place = models.CharField(_("miejsce"), max_length=160, blank=True)
    leader = models.CharField(_("prowadzący"), max_length=120, blank=True)
    topic = models.CharField(_("temat"), max_length=300, blank=True)
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name=_("seria")
    )
    is_extra = models.BooleanField(_("zajęcia dodatkowe"), default=False, help_text=_("poza pierwotnym planem"))
    moved_from = models.DateField(_("przeniesione z"), null=True, blank=True)
    status = models.CharField(_("stan"), max_length=10, choices=SessionStatus, default=SessionStatus.PLANNED)
    cancel_reason = models.CharField(_("powód odwołania"), max_length=200, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("zajęcia")
        verbose_name_plural = _("zajęcia")
        ordering = ["group", "held_on", "starts_at", "pk"]
        indexes = [models.Index(fields=["group", "held_on"], name="session_by_day")]
        constraints = [
            check(
                "session_hours_positive",
                Q(hours__gt=0, hours__lte=24),
                _("Liczba godzin zajęć jest większa od 0 i nie większa niż 24."),
            ),
            check(
                "session_ends_after_it_starts",
                Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                _("Zajęcia kończą się wcześniej, niż się zaczynają."),
            ),
            one_of("session_status_known", "status", SessionStatus.values, _("Zajęcia są w planie albo odwołane.")),
            check(
                "session_cancelled_has_reason",
                Q(status=SessionStatus.CANCELLED, cancel_reason__gt="")
                | (~Q(status=SessionStatus.CANCELLED) & Q(cancel_reason="")),
                _("Odwołane zajęcia mają powód, a zajęcia w planie go nie mają."),
            ),
            check(
                "session_moved_from_another_day",
                Q(moved_from__isnull=True) | ~Q(moved_from=F("held_on")),
                _("Zajęcia przenosi się na inny dzień niż ten, w którym były."),
            ),
        ]

    def __str__(self):
        return f"{self.group} {self.held_on:%d.%m.%Y}"

    def get_absolute_url(self):
        form = self.group.form_of_support
        return reverse("activities:attendance", args=[form.project.slug, self.pk])

    @property
    def is_cancelled(self):
        return self.status == SessionStatus.CANCELLED


class Attendance(models.Model):
    """Whether an enrolled person came to a session."""

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="attendances", verbose_name=_("zajęcia")
    )
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="attendances", verbose_name=_("udział we wsparciu")
    )
    status = models.CharField(_("obecność"), max_length=8, choices=AttendanceStatus)

    class Meta:
        verbose_name = _("obecność")
        verbose_name_plural = _("obecności")
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "enrolment"],
                name="attendance_once",
                violation_error_message=_("Obecność tej osoby jest już oznaczona."),
            ),
            one_of(
                "attendance_known", "status", AttendanceStatus.values, _("Obecność: jest, brak albo usprawiedliwiona.")
            ),
        ]

    def __str__(self):
        return self.get_status_display()

    def taking_in(self, other):
        """What this mark becomes when the same person was marked twice: who was seen was there."""
        order = [AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT]
        return {"status": min(self.status, other.status, key=order.index)}
