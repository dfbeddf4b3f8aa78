"""What belongs to a participation and can be many: premises of being at risk, and outcomes with their proof."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, one_of
from projects.models import CreatedOnce

from ..vocabulary import ContractKind, OutcomeKind, PremiseKind, ProgressSign
from .participation import Participation


class Premise(models.Model):
    """A reason for being at risk of poverty or exclusion; it counts once its document is named."""

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="premises", verbose_name=_("uczestnictwo")
    )
    kind = models.CharField(_("przesłanka"), max_length=24, choices=PremiseKind)
    document = models.CharField(
        _("dokument"),
        max_length=200,
        blank=True,
        help_text=_("rodzaj, wystawca i data, na przykład zaświadczenie OPS z 10.02.2022"),
    )

    documents = models.ManyToManyField("Document", related_name="premises", blank=True, verbose_name=_("dokumenty"))

    class Meta:
        verbose_name = _("przesłanka")
        verbose_name_plural = _("przesłanki")
        ordering = ["participation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "kind"],
                name="premise_once",
                violation_error_message=_("Ta przesłanka już jest zapisana."),
            ),
            one_of("premise_known", "kind", PremiseKind.values, _("Nie ma takiej przesłanki na liście.")),
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def short(self):
        """The reason alone: of the many grounds of social assistance only the ground."""
        aid, dash, ground = self.get_kind_display().partition(" – ")
        return gettext("pomoc społeczna: %(ground)s") % {"ground": ground} if dash else aid


class OutcomeQuerySet(models.QuerySet):
    """Sets of outcomes."""

    def with_wage(self):
        """Each with ``wage``, the minimum wage of its day, read in the same query; see ``Outcome.minimum_wage``."""
        wages = MinimumWage.objects.in_force_on(models.OuterRef("obtained_on"))
        return self.annotate(wage=models.Subquery(wages.values("amount")[:1]))


class Outcome(CreatedOnce):
    """Something a person achieved, on a day, with a proof. Without a proof it counts for nothing.

    A job also says on what ground, for how many months, at what part of full time and for how much, because effectiveness
    asks for it. Amounts are in złoty for the whole contract.
    """

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="outcomes", verbose_name=_("uczestnictwo")
    )
    kind = models.CharField(_("rezultat"), max_length=20, choices=OutcomeKind)
    obtained_on = models.DateField(_("data"))
    title = models.CharField(_("co"), max_length=200, blank=True, help_text=_("nazwa kwalifikacji, stanowisko, szkoła"))
    evidence = models.CharField(_("dowód"), max_length=200, blank=True, help_text=_("rodzaj i numer dokumentu"))
    is_validated = models.BooleanField(
        _("potwierdzone egzaminem i walidacją"),
        default=False,
        help_text=_("zaświadczenie o samym udziale nie jest kwalifikacją"),
    )
    certificate_number = models.CharField(_("numer certyfikatu"), max_length=80, blank=True)
    issued_by = models.CharField(_("kto wydał"), max_length=200, blank=True)
    contract_kind = models.CharField(_("podstawa pracy"), max_length=12, choices=ContractKind, blank=True)
    contract_months = models.DecimalField(_("na ile miesięcy"), max_digits=5, decimal_places=1, null=True, blank=True)
    working_time = models.DecimalField(
        _("wymiar etatu"),
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("1 to pełny etat, 0,5 to pół"),
    )
    contract_value = models.DecimalField(
        _("wartość umowy"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("w złotych, za cały okres"),
    )
    is_subsidised = models.BooleanField(_("zatrudnienie subsydiowane w projekcie"), default=False)
    months_after_subsidy = models.DecimalField(
        _("miesiące pracy po refundacji"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    grant_amount = models.DecimalField(
        _("kwota środków na działalność"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("w złotych, przyznana w projekcie"),
    )
    pkd = models.CharField(_("PKD działalności"), max_length=7, blank=True, help_text=_("na przykład 96.02.Z"))
    is_registered = models.BooleanField(_("zarejestrowana w urzędzie pracy"), default=False, db_default=False)
    is_project_funded = models.BooleanField(_("działalność założona za środki projektu"), default=False)
    is_school_form = models.BooleanField(
        _("nauka w formie szkolnej"),
        default=False,
        db_default=False,
        help_text=_("szkoła lub studia, nie kurs; decyduje o efektywności zatrudnieniowej"),
    )
    from_file = models.BooleanField(_("z pliku instytucji, bez dokumentu"), default=False, editable=False)
    documents = models.ManyToManyField("Document", related_name="outcomes", blank=True, verbose_name=_("dokumenty"))
    progress_sign = models.CharField(_("po czym widać postęp"), max_length=20, choices=ProgressSign, blank=True)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("rezultat")
        verbose_name_plural = _("rezultaty")
        ordering = ["participation", "obtained_on", "pk"]
        constraints = [
            one_of("outcome_known", "kind", OutcomeKind.values, _("Nie ma takiego rezultatu na liście.")),
            check(
                "outcome_contract_only_for_job",
                Q(kind=OutcomeKind.EMPLOYMENT)
                | Q(
                    contract_kind="",
                    contract_months__isnull=True,
                    working_time__isnull=True,
                    contract_value__isnull=True,
                ),
                _("Dane umowy podaje się tylko dla pracy."),
            ),
            check(
                "outcome_validated_only_for_qualification",
                Q(is_validated=False) | Q(kind=OutcomeKind.QUALIFICATION),
                _("Walidacja dotyczy tylko kwalifikacji."),
            ),
            check(
                "outcome_sign_only_for_progress",
                Q(progress_sign="") | Q(kind=OutcomeKind.SOCIAL_PROGRESS),
                _("Znak postępu podaje się tylko dla postępu społecznego."),
            ),
            check(
                "outcome_working_time_up_to_full",
                Q(working_time__isnull=True) | Q(working_time__gt=0, working_time__lte=1),
                _("Wymiar etatu jest większy od 0 i nie większy niż 1."),
            ),
            check(
                "outcome_amounts_not_negative",
                (Q(contract_value__isnull=True) | Q(contract_value__gte=0))
                & (Q(contract_months__isnull=True) | Q(contract_months__gte=0))
                & (Q(months_after_subsidy__isnull=True) | Q(months_after_subsidy__gte=0)),
                _("Liczba miesięcy i wartość umowy nie mogą być ujemne."),
            ),
            check(
                "outcome_own_money_only_for_business",
                Q(is_project_funded=False) | Q(contract_kind=ContractKind.BUSINESS),
                _("Środki projektu na założenie dotyczą tylko własnej działalności."),
            ),
            check(
                "outcome_grant_only_from_project",
                Q(grant_amount__isnull=True) | Q(is_project_funded=True, grant_amount__gt=0),
                _("Kwotę środków podaje się dla działalności założonej za środki projektu; jest większa od zera."),
            ),
            check(
                "outcome_pkd_form",
                Q(pkd="") | Q(contract_kind=ContractKind.BUSINESS, pkd__regex=r"^\d{2}\.\d{2}\.[A-Z]$"),
                _("PKD podaje się dla własnej działalności, w postaci 96.02.Z."),
            ),
            check(
                "outcome_registered_only_if_seeking",
                Q(is_registered=False) | Q(kind=OutcomeKind.JOB_SEARCH),
                _("Rejestracja w urzędzie pracy dotyczy tylko poszukiwania pracy."),
            ),
            check(
                "outcome_school_only_for_education",
                Q(is_school_form=False) | Q(kind=OutcomeKind.EDUCATION),
                _("Forma szkolna dotyczy tylko podjęcia nauki."),
            ),
            check(
                "outcome_certificate_only_for_qualification",
                Q(certificate_number="") | Q(kind__in=[OutcomeKind.QUALIFICATION, OutcomeKind.COMPETENCE]),
                _("Numer certyfikatu podaje się dla kwalifikacji albo kompetencji."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.obtained_on:%d.%m.%Y}"

    @property
    def minimum_wage(self):
        """The minimum wage in force on the day of the outcome, in złoty a month; None before the first on record."""
        if "wage" in self.__dict__:
            return self.wage
        return MinimumWage.objects.in_force_on(self.obtained_on).values_list("amount", flat=True).first()


class MinimumWageQuerySet(models.QuerySet):
    """Sets of minimum wages."""

    def in_force_on(self, day):
        """The wages that held on the day or before it, the one in force first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from")


class MinimumWage(models.Model):
    """The statutory minimum wage in złoty a month, and the day it holds from; a civil contract is measured by it."""

    valid_from = models.DateField(_("obowiązuje od"), unique=True)
    amount = models.DecimalField(_("kwota"), max_digits=8, decimal_places=2)

    objects = MinimumWageQuerySet.as_manager()

    class Meta:
        verbose_name = _("płaca minimalna")
        verbose_name_plural = _("płaca minimalna")
        ordering = ["-valid_from"]
        constraints = [check("minimum_wage_positive", Q(amount__gt=0), _("Płaca minimalna musi być większa od zera."))]

    def __str__(self):
        return f"{self.valid_from:%d.%m.%Y}: {self.amount}"
