"""The participation of one person in one project: facts at entry, facts on leaving, and what the database keeps of them."""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, in_order
from projects.models import CreatedOnce, Project, TargetGroup

from ..by_path import implied
from ..requirements import complete, missing
from ..vocabulary import (
    EXITS_FOR_EFFECTIVENESS,
    RESULT_WINDOW_DAYS,
    UNEMPLOYED,
    Citizenship,
    ExitReason,
    LabourDetail,
    ParticipantKind,
    Scope,
    Sex,
    Situation,
)
from .entry import EntryFacts
from .person import Person, Residence


class WarsawToday(Func):
    """Today's date where the projects are, whatever the connection's time zone."""

    template = "(now() AT TIME ZONE 'Europe/Warsaw')::date"
    output_field = models.DateField()


class CompletedYears(Func):
    """Whole years from the first date to the second, as ``AGE`` counts them."""

    template = "(date_part('year', age(%(expressions)s::timestamp)))::int"
    arg_joiner = "::timestamp, "  # without a time zone, or the database would not keep the result
    output_field = models.PositiveSmallIntegerField()


class UnemployedLongEnough(Func):
    """Whether a person without work since the first date was long-term unemployed on the second; the third is the birth date.

    Continuously for more than 6 months below 25 years of age, for more than 12 months otherwise (domain notes 1.1).
    """

    function = None
    template = "participant_unemployed_long_enough(%(expressions)s)"
    output_field = models.BooleanField()


class ParticipationQuerySet(models.QuerySet):
    """Sets of participations."""

    def complete(self):
        """Those who exist for the institution: every required field is filled."""
        return self.filter(is_complete=True)

    def drafts(self):
        """Those who lack a required field and enter no indicator."""
        return self.filter(is_complete=False)

    def ready(self):
        """Complete and not yet passed on to the institution."""
        return self.filter(is_complete=True, reported_on__isnull=True)

    def reported(self):
        """Passed on to the institution."""
        return self.filter(is_complete=True, reported_on__isnull=False)

    def in_project_on(self, day):
        """Those who had entered by the day and had not left before it."""
        return self.filter(entered_on__lte=day).filter(Q(left_on__isnull=True) | Q(left_on__gte=day))

    def in_polish_order(self):
        """By surname and name in the Polish alphabet."""
        return self.order_by("person__last_name", "person__first_name", "pk")


class Participation(CreatedOnce, EntryFacts, Residence):
    """One person's way through one project.

    Three groups of columns: what was true on the day of entry (the person's address of that day among them), what was recorded
    on leaving, and a last group that triggers keep, flat, so that an indicator is a plain count over one table.
    """

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="participations", verbose_name=_("projekt")
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations", verbose_name=_("osoba"))
    scope = models.CharField(_("formularz"), max_length=10, choices=Scope)
    target_group = models.ForeignKey(
        TargetGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("grupa docelowa"),
    )
    is_surroundings = models.BooleanField(_("osoba z otoczenia"), default=False)
    main_participation = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="surroundings",
        verbose_name=_("z otoczenia osoby"),
    )

    support_range = models.CharField(
        _("zakres wsparcia"),
        max_length=200,
        blank=True,
        db_default="",
        default="",
        help_text=_("słowami z listy naboru"),
    )

    entered_on = models.DateField(
        _("data rozpoczęcia udziału"), null=True, blank=True, help_text=_("dzień pierwszej formy wsparcia")
    )

    # facts on leaving
    left_on = models.DateField(_("data zakończenia udziału"), null=True, blank=True)
    exit_reason = models.CharField(_("jak zakończył się udział"), max_length=20, choices=ExitReason, blank=True)
    exit_note = models.CharField(_("wyjaśnienie"), max_length=300, blank=True)
    situations = ArrayField(
        models.CharField(max_length=20, choices=Situation),
        verbose_name=_("sytuacja po zakończeniu"),
        default=list,
        blank=True,
    )
    by_path = models.BooleanField(
        _("zgodnie z zaplanowaną ścieżką"),
        null=True,
        blank=True,
        help_text=_("puste: wynika ze sposobu zakończenia"),
    )
    by_path_note = models.CharField(_("dlaczego inaczej, niż wynika ze ścieżki"), max_length=300, blank=True)
    business_started_on = models.DateField(_("data założenia działalności gospodarczej"), null=True, blank=True)
    reported_on = models.DateField(_("data przekazania instytucji"), null=True, blank=True)

    caretaker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("opiekun"),
        help_text=_("kto dzwoni i pilnuje terminów"),
    )

    created_at = models.DateTimeField(_("dodano"), db_default=Now(), editable=False)
    updated_at = models.DateTimeField(_("zmieniono"), db_default=Now(), editable=False)

    # kept by the database (migrations "facts kept by the database"): never written by a form
    sex = models.CharField(_("płeć"), max_length=1, choices=Sex, blank=True, editable=False)
    birth_date = models.DateField(_("data urodzenia"), null=True, editable=False)
    citizenship = models.CharField(
        _("obywatelstwo w dniu przystąpienia"), max_length=10, choices=Citizenship, blank=True, editable=False
    )
    has_name = models.BooleanField(default=False, editable=False)
    has_identifier = models.BooleanField(default=False, editable=False)
    has_phone = models.BooleanField(default=False, editable=False)
    has_email = models.BooleanField(default=False, editable=False)
    has_premise = models.BooleanField(default=False, editable=False)
    premise_kinds = models.JSONField(default=dict, db_default=Value({}, models.JSONField()), editable=False)
    qualified_on = models.DateField(null=True, editable=False)
    competent_on = models.DateField(null=True, editable=False)
    employed_on = models.DateField(null=True, editable=False)
    business_on = models.DateField(null=True, editable=False)
    seeking_on = models.DateField(null=True, editable=False)
    studying_on = models.DateField(null=True, editable=False)
    progressed_on = models.DateField(null=True, editable=False)
    volunteering_on = models.DateField(null=True, editable=False)
    effective_job_on = models.DateField(null=True, editable=False)
    effective_progress_on = models.DateField(null=True, editable=False)
    project_business_on = models.DateField(null=True, editable=False)
    school_on = models.DateField(null=True, editable=False)
    vocational_support_on = models.DateField(null=True, editable=False)
    social_support_on = models.DateField(null=True, editable=False)
    supports_started = models.JSONField(default=dict, editable=False)
    supports_finished = models.JSONField(default=dict, editable=False)
    path_planned = models.PositiveSmallIntegerField(default=0, editable=False)
    path_done = models.PositiveSmallIntegerField(default=0, editable=False)
    next_call_on = models.DateField(null=True, editable=False)
    matter_closed_on = models.DateField(null=True, editable=False)
    age_at_entry = models.GeneratedField(
        expression=CompletedYears(F("entered_on"), F("birth_date")),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True,
    )
    is_long_term = models.GeneratedField(
        expression=models.Case(
            models.When(~Q(labour_status__in=UNEMPLOYED), then=models.Value(False)),
            models.When(
                unemployed_since__isnull=False,
                entered_on__isnull=False,
                birth_date__isnull=False,
                then=UnemployedLongEnough(F("unemployed_since"), F("entered_on"), F("birth_date")),
            ),
            default=models.Case(
                models.When(labour_detail=LabourDetail.LONG_TERM, then=models.Value(True)), default=models.Value(False)
            ),
            output_field=models.BooleanField(),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    is_complete = models.GeneratedField(
        expression=models.ExpressionWrapper(complete(), output_field=models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta(Residence.Meta):
        abstract = False
        verbose_name = _("uczestnictwo")
        verbose_name_plural = _("uczestnictwa")
        ordering = ["project", "pk"]
        indexes = [models.Index(fields=["project", "left_on"], name="participation_windows")]
        constraints = [
            *Residence.Meta.constraints,
            *EntryFacts.Meta.constraints,
            models.UniqueConstraint(
                fields=["project", "person"],
                name="participation_once_a_project",
                violation_error_message=_("Ta osoba już jest w tym projekcie."),
            ),
            in_order(
                "participation_leaves_after_entering",
                "entered_on",
                "left_on",
                _("Zakończenie udziału jest wcześniejsze niż rozpoczęcie. Popraw jedną z dat."),
            ),
            check(
                "participation_leaves_only_if_entered",
                Q(left_on__isnull=True) | Q(entered_on__isnull=False),
                _("Zanim udział się zakończy, musi mieć datę rozpoczęcia."),
            ),
            check(
                "participation_exit_has_reason",
                Q(left_on__isnull=True, exit_reason="") | (Q(left_on__isnull=False) & ~Q(exit_reason="")),
                _("Data zakończenia i sposób zakończenia idą razem: podaj oba albo żadne."),
            ),
            check(
                "participation_situation_after_exit",
                Q(situations=Value([], output_field=ArrayField(models.CharField(max_length=20))))
                | Q(left_on__isnull=False),
                _("Sytuację po zakończeniu podaje się dopiero po zakończeniu udziału."),
            ),
            check(
                "participation_two_situations",
                ~Q(scope=Scope.SL2014) | Q(situations__len__lte=2),
                _("Formularz SL2014 ma miejsce na dwie sytuacje. Zostaw dwie najważniejsze."),
            ),
            check(
                "participation_path_only_after_exit",
                Q(left_on__isnull=False) | Q(by_path__isnull=True, by_path_note=""),
                _("Czy udział zakończył się zgodnie ze ścieżką, podaje się dopiero po zakończeniu."),
            ),
            check(
                "participation_path_overruled_with_reason",
                Q(by_path__isnull=True)
                | ~Q(by_path_note="")
                | Q(by_path=True, exit_reason__in=EXITS_FOR_EFFECTIVENESS)
                | (Q(by_path=False) & ~Q(exit_reason=ExitReason.COMPLETED)),
                _("To inaczej, niż wynika ze sposobu zakończenia. Napisz dlaczego."),
            ),
            check(
                "participation_entry_not_in_future",
                Q(entered_on__isnull=True) | Q(entered_on__lte=WarsawToday()),
                _("Data rozpoczęcia udziału jest w przyszłości. Wpisz ją, gdy udział się zacznie."),
            ),
            in_order(
                "participation_business_after_entry",
                "entered_on",
                "business_started_on",
                _("Działalność założono przed rozpoczęciem udziału. Sprawdź datę."),
            ),
            check(
                "participation_delegated_only_employee",
                Q(delegated_by__isnull=True) | Q(participant_kind=ParticipantKind.EMPLOYEE),
                _("Instytucja deleguje tylko swojego pracownika lub przedstawiciela; zmień rodzaj uczestnika."),
            ),
            check(
                "participation_not_its_own_surroundings",
                ~Q(main_participation=F("pk")),
                _("Osoba nie może być swoim otoczeniem."),
            ),
            check(
                "participation_main_person_of_surroundings",
                Q(main_participation__isnull=True) | Q(is_surroundings=True),
                _("Osobę główną podaje się tylko dla osoby z otoczenia."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.project}"

    def get_absolute_url(self):
        return reverse("participants:detail", args=[self.project.slug, self.pk])

    @property
    def reference(self):
        """What stands in logs and for those who may not see names: the number of this participation."""
        return f"U{self.pk}"

    @property
    def institution_name(self):
        """The institution whose employee the person is, as the official file names it; "" for an individual."""
        return self.delegated_by.name if self.delegated_by_id else self.institution

    def missing(self):
        """The requirements of the official form not met yet, in the order of the paper."""
        return missing(self)

    @property
    def state(self):
        """szkic, kompletny or przekazany: the word of the badge."""
        if not self.is_complete:
            return "szkic"
        return "przekazany" if self.reported_on else "kompletny"

    @property
    def ended_by_path(self):
        """ "Zakończenie zgodne ze ścieżką": as said on leaving, else as it follows (``by_path.implied``); None before leaving."""
        if self.left_on is None:
            return None
        return implied(self, self.exit_reason).by_path if self.by_path is None else self.by_path

    @property
    def results_until(self):
        """The last day on which a proof still counts for result indicators: the 28th day after leaving, or None."""
        return self.left_on + timedelta(days=RESULT_WINDOW_DAYS) if self.left_on else None
