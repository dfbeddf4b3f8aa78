"""The payment application (wniosek o płatność), its period, and every step on its way."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Greatest, Least, Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce, Project


class State(models.TextChoices):
    """Where an application is between the project and the authority."""

    DRAFT = "draft", _("szkic")
    SUBMITTED = "submitted", _("złożony")
    RETURNED = "returned", _("zwrócony do poprawy")
    CORRECTED = "corrected", _("poprawiony i złożony")
    ACCEPTED = "accepted", _("zatwierdzony")


# Which step may follow which. The database refuses every other (migration "steps follow their order").
FOLLOWS = {
    State.DRAFT: (State.SUBMITTED,),
    State.SUBMITTED: (State.RETURNED, State.ACCEPTED),
    State.RETURNED: (State.CORRECTED,),
    State.CORRECTED: (State.RETURNED, State.ACCEPTED),
    State.ACCEPTED: (),
}
OURS = (State.DRAFT, State.RETURNED)  # the project works on it; otherwise the authority has it
WITH_REPORT = (State.SUBMITTED, State.CORRECTED)


class ClosedDays(Func):
    """The days from the first to the last, both included; in the wrong order they are no error here, another rule says so."""

    function = "daterange"
    output_field = DateRangeField()

    def __init__(self, first, last):
        super().__init__(Least(first, last), Greatest(first, last), Value("[]"))


class PaymentApplicationQuerySet(models.QuerySet):
    """Sets of payment applications."""

    def in_order(self):
        """As their periods follow one another."""
        return self.order_by("since", "pk")

    def with_last_step(self):
        """Each with when its last step was (``stepped_at``) and what the authority wrote then (``remarks``)."""
        last = ApplicationStep.objects.filter(application=OuterRef("pk")).order_by("-pk")
        return self.annotate(stepped_at=Subquery(last.values("at")[:1]), remarks=Subquery(last.values("remarks")[:1]))

    def before(self, day):
        """Those whose period ended before the day, the nearest first."""
        return self.filter(until__lt=day).order_by("-until", "-pk")


class PaymentApplication(CreatedOnce):
    """One application of a project: its period, and where it is. The state is that of its last step; the database keeps it so."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="payment_applications", verbose_name=_("projekt")
    )
    number = models.CharField(
        _("numer wniosku"), max_length=60, help_text=_("jak w systemie instytucji, na przykład WNP-003")
    )
    since = models.DateField(_("okres od"))
    until = models.DateField(_("okres do"))
    is_final = models.BooleanField(_("wniosek końcowy"), default=False)
    measured_on = models.DateField(
        _("rezultaty na dzień"),
        null=True,
        blank=True,
        help_text=_("tylko we wniosku końcowym; puste: ostatni dzień okresu"),
    )
    note = models.CharField(_("uwagi własne"), max_length=300, blank=True)
    state = models.CharField(_("stan"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    created_at = models.DateTimeField(_("utworzono"), db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("kto utworzył"),
    )

    objects = PaymentApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("wniosek o płatność")
        verbose_name_plural = _("wnioski o płatność")
        ordering = ["project", "since", "pk"]
        constraints = [
            one_of("application_state_known", "state", State.values, _("Nie ma takiego stanu wniosku.")),
            in_order(
                "application_period_in_order",
                "since",
                "until",
                _("Okres kończy się, zanim się zacznie. Popraw jedną z dat."),
            ),
            check(
                "application_measured_after_period",
                Q(measured_on__isnull=True) | Q(is_final=True, measured_on__gte=F("until")),
                _("Dzień rezultatów inny niż koniec okresu ma tylko wniosek końcowy, i nie może być wcześniejszy."),
            ),
            models.UniqueConstraint(
                fields=["project", "number"],
                name="application_number_once",
                violation_error_message=_("Wniosek o tym numerze już jest w projekcie."),
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(is_final=True),
                name="application_final_once",
                violation_error_message=_("Projekt ma już wniosek końcowy, a może mieć tylko jeden."),
            ),
            ExclusionConstraint(
                name="application_periods_apart",
                expressions=[
                    (F("project"), RangeOperators.EQUAL),
                    (ClosedDays(F("since"), F("until")), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Ten okres zachodzi na okres innego wniosku. Każdy dzień należy do jednego."),
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("settlements:application", args=[self.project.slug, self.pk])

    @property
    def on(self):
        """The day of the figures: the last day of the period, unless the final application says another."""
        return self.measured_on or self.until

    @property
    def is_running(self):
        """Whether its figures may still change because its last day is not over."""
        return self.on >= timezone.localdate()

    @property
    def is_ours(self):
        """Whether the project may work on it: it was not sent yet, or it came back."""
        return self.state in OURS

    @property
    def next_step(self):
        """What is next to do, in a few words; "" when nothing is."""
        if self.state == State.RETURNED:
            return _("popraw według uwag i złóż ponownie")
        if self.state == State.DRAFT:
            return _("poczekaj na koniec okresu") if self.is_running else _("sprawdź i złóż")
        return "" if self.state == State.ACCEPTED else _("czeka na odpowiedź instytucji")

    def can_become(self, state):
        """Whether a step to this state may follow now."""
        return state in FOLLOWS[State(self.state)]

    def predecessor(self):
        """The application of the project whose period ended last before this one begins, or None."""
        return self.project.payment_applications.before(self.since).first()

    def latest(self):
        """The report frozen last, or None while nothing was submitted."""
        return self.reports.order_by("-version").first()


class ApplicationStep(models.Model):
    """One step of an application: what it became, when, by whose hand, with which words. Rows are added and never changed."""

    application = models.ForeignKey(
        PaymentApplication, on_delete=models.PROTECT, related_name="steps", verbose_name=_("wniosek")
    )
    state = models.CharField(_("stan"), max_length=10, choices=State)
    at = models.DateTimeField(_("kiedy"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("kto"))
    remarks = models.TextField(_("uwagi instytucji"), blank=True)
    report = models.OneToOneField(
        "settlements.SubmittedReport",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="step",
        verbose_name=_("zamrożone sprawozdanie"),
    )

    class Meta:
        verbose_name = _("krok wniosku")
        verbose_name_plural = _("kroki wniosku")
        ordering = ["application", "pk"]
        constraints = [
            one_of(
                "application_step_known",
                "state",
                [state for state in State if state != State.DRAFT],
                _("Nie ma takiego kroku."),
            ),
            check(
                "application_returned_with_remarks",
                ~Q(state=State.RETURNED) | ~Q(remarks=""),
                _("Wpisz uwagi instytucji: bez nich nie wiadomo, co poprawić."),
            ),
            check(
                "application_submitted_with_report",
                Q(state__in=WITH_REPORT, report__isnull=False) | (~Q(state__in=WITH_REPORT) & Q(report__isnull=True)),
                _("Złożenie wniosku zamraża sprawozdanie, a inne kroki niczego nie zamrażają."),
            ),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.state}"
