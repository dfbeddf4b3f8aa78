"""A form of support, its groups, and who is enrolled in them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import DETAILS_OF_KIND, HourUnit, Mode, ServiceCharacter, SupportDetail, SupportKind, SupportTheme

DETAIL_FITS_KIND = Q(detail="")
for _kind, _details in DETAILS_OF_KIND.items():
    DETAIL_FITS_KIND |= Q(kind=_kind, detail__in=_details)


class FormOfSupport(CreatedOnce):
    """A kind of help that the project gives: a training, counselling, an internship. Planned hours are per person."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="forms_of_support", verbose_name=_("projekt")
    )
    name = models.CharField(_("nazwa"), max_length=200)
    kind = models.CharField(_("rodzaj wsparcia"), max_length=20, choices=SupportKind)
    detail = models.CharField(_("w tym"), max_length=20, choices=SupportDetail, blank=True)
    theme = models.CharField(
        _("czego dotyczy"), max_length=20, choices=SupportTheme, blank=True, default="", db_default=""
    )
    character = models.CharField(
        _("charakter usługi"),
        max_length=12,
        choices=ServiceCharacter,
        default=ServiceCharacter.OTHER,
        help_text=_("od niego zależy efektywność"),
    )
    mode = models.CharField(_("tryb"), max_length=12, choices=Mode, default=Mode.GROUP)
    hours_planned = models.DecimalField(
        _("planowane godziny na osobę"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    hour_unit = models.CharField(_("rodzaj godzin"), max_length=10, choices=HourUnit, default=HourUnit.CLOCK)
    starts_on = models.DateField(_("od"), null=True, blank=True)
    ends_on = models.DateField(_("do"), null=True, blank=True)
    description = models.TextField(_("opis"), blank=True)

    class Meta:
        verbose_name = _("forma wsparcia")
        verbose_name_plural = _("formy wsparcia")
        ordering = ["project", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="form_of_support_once",
                violation_error_message=_("Forma wsparcia o tej nazwie już jest w projekcie."),
            ),
            in_order(
                "form_of_support_dates_in_order",
                "starts_on",
                "ends_on",
                _("Koniec formy wsparcia jest wcześniejszy niż początek."),
            ),
            check(
                "form_of_support_hours_positive",
                Q(hours_planned__isnull=True) | Q(hours_planned__gt=0),
                _("Planowana liczba godzin musi być większa od zera."),
            ),
            one_of(
                "form_of_support_kind_known",
                "kind",
                SupportKind.values,
                _("Nie ma takiego rodzaju wsparcia na liście."),
            ),
            one_of(
                "form_of_support_theme_known",
                "theme",
                ["", *SupportTheme.values],
                _("Nie ma takiego tematu wsparcia na liście."),
            ),
            check(
                "form_of_support_detail_fits_kind",
                DETAIL_FITS_KIND,
                _("„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("activities:detail", args=[self.project.slug, self.pk])

    @property
    def key(self):
        """The name under which a participation keeps the dates of this support (a JSON key must not look like a number)."""
        return f"f{self.pk}"


class Group(models.Model):
    """People who go through a form of support together, and who leads them."""

    form_of_support = models.ForeignKey(
        FormOfSupport, on_delete=models.CASCADE, related_name="groups", verbose_name=_("forma wsparcia")
    )
    name = models.CharField(_("nazwa"), max_length=80)
    leader = models.CharField(_("prowadzący"), max_length=120, blank=True)
    area = models.CharField(
        _("obszar"), max_length=120, blank=True, help_text=_("na przykład powiat, w którym działa trener")
    )

    class Meta:
        verbose_name = _("grupa")
        verbose_name_plural = _("grupy")
        ordering = ["form_of_support", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["form_of_support", "name"],
                name="group_once",
                violation_error_message=_("Grupa o tej nazwie już jest."),
            ),
        ]

    def __str__(self):
        return self.name


class Enrolment(models.Model):
    """A participation in one form of support: from when, until when, finished or not."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="enrolments", verbose_name=_("grupa"))
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="enrolments", verbose_name=_("uczestnik")
    )
    started_on = models.DateField(_("rozpoczęcie wsparcia"), null=True, blank=True, help_text=_("pierwsza obecność"))
    ended_on = models.DateField(_("zakończenie wsparcia"), null=True, blank=True)
    is_finished = models.BooleanField(_("ukończone"), default=False)

    class Meta:
        verbose_name = _("udział we wsparciu")
        verbose_name_plural = _("udział we wsparciu")
        ordering = ["group", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "participation"],
                name="enrolment_once",
                violation_error_message=_("Ta osoba już jest w tej grupie."),
            ),
            in_order(
                "enrolment_dates_in_order",
                "started_on",
                "ended_on",
                _("Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie."),
            ),
            check(
                "enrolment_finished_has_end",
                Q(is_finished=False) | Q(ended_on__isnull=False, started_on__isnull=False),
                _("Ukończone wsparcie ma datę rozpoczęcia i zakończenia."),
            ),
        ]

    def __str__(self):
        return f"{self.participation} – {self.group}"

    def taking_in(self, other):
        """What this enrolment becomes when the same person was enrolled twice: it begins with the first, finished if either was."""
        begun = [row for row in (self, other) if row.started_on]
        ends = [row.ended_on for row in begun if row.is_finished] or [row.ended_on for row in begun]
        return {
            "started_on": min((row.started_on for row in begun), default=None),
            "ended_on": None if None in ends else max(ends, default=self.ended_on or other.ended_on),
            "is_finished": self.is_finished or other.is_finished,
        }
