"""The project as its agreement describes it: partners, money, target groups, offices, team."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission, has_permission
from accounts.roles import Role, permissions_of

from ..constraints import check, in_order, parts_fit
from .once import CreatedOnce
from .programme import Call, Programme, ProgrammingPeriod

GROSZ = Decimal("0.01")


class ProjectQuerySet(models.QuerySet):
    """Sets of projects."""

    def visible_to(self, user):
        """The projects in whose team the user is; the operator sees all."""
        return self if user.is_superuser else self.filter(team__user=user)

    def with_role_of(self, user):
        """Each project with the user's role in it as ``viewer_role`` (None for a stranger)."""
        role = TeamMember.objects.filter(project=models.OuterRef("pk"), user=user).values("role")[:1]
        return self.annotate(viewer_role=models.Subquery(role))


class Project(CreatedOnce):
    """A project: what was agreed with the funding institution. People, activities and figures hang from it."""

    slug = models.SlugField(_("adres w programie"), max_length=80, unique=True)
    title = models.CharField(_("tytuł"), max_length=300)
    edition = models.CharField(_("edycja"), max_length=60, blank=True)
    agreement_number = models.CharField(_("numer umowy"), max_length=60, blank=True)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="projects", verbose_name=_("program")
    )
    call = models.ForeignKey(
        Call, on_delete=models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("nabór")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name=_("projekt nadrzędny"),
        help_text=_("projekt parasolowy, z którego pochodzi grant"),
    )
    axis = models.CharField(_("oś priorytetowa"), max_length=200, blank=True)
    measure = models.CharField(_("działanie"), max_length=200, blank=True)
    submeasure = models.CharField(_("poddziałanie"), max_length=250, blank=True)
    starts_on = models.DateField(_("początek realizacji"))
    ends_on = models.DateField(_("koniec realizacji"))
    period_note = models.CharField(_("uwaga do okresu"), max_length=200, blank=True)
    area = models.TextField(_("obszar realizacji"), blank=True)
    goal = models.TextField(_("cel"), blank=True)
    description = models.TextField(_("opis"), blank=True)
    attendance_threshold = models.PositiveSmallIntegerField(_("próg frekwencji w procentach"), default=80)
    job_ends_path = models.BooleanField(
        _("przerwanie z powodu podjęcia pracy jest zakończeniem zgodnym ze ścieżką"),
        default=False,
        help_text=_("zaznacz tylko, gdy instytucja tak to rozumie; zwykle: nie"),
    )
    supports_institutions = models.BooleanField(
        _("wsparcie obejmuje instytucje"),
        default=False,
        db_default=False,
        help_text=_("w EFS+ odsłania instytucje, które liczą EECO18 i EECO19; w EFS 2014–2020 są zawsze"),
    )
    is_demo = models.BooleanField(_("dane przykładowe"), default=False, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("projekt")
        verbose_name_plural = _("projekty")
        ordering = ["-starts_on", "title", "pk"]
        constraints = [
            in_order(
                "project_ends_after_it_starts",
                "starts_on",
                "ends_on",
                _("Koniec realizacji jest wcześniejszy niż początek."),
            ),
            check(
                "project_not_its_own_parent", ~Q(parent=F("pk")), _("Projekt nie może być swoim projektem nadrzędnym.")
            ),
            check(
                "project_threshold_in_percent",
                Q(attendance_threshold__lte=100),
                _("Próg frekwencji jest w procentach, od 0 do 100."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The title with the edition, as the project is called everywhere."""
        return f"{self.title} – {self.edition}" if self.edition else self.title

    def get_absolute_url(self):
        return reverse("projects:detail", args=[self.slug])

    def role_of(self, user):
        """The user's role in this project's team, or None."""
        if hasattr(self, "viewer_role"):
            return self.viewer_role
        return self.team.filter(user=user).values_list("role", flat=True).first()

    def allows(self, user, permission):
        """Whether the user may do this here."""
        return has_permission(user, permission, self)

    @cached_property
    def allowed(self):
        """The permissions of whoever came through the door (``access.project_for``), for templates."""
        return frozenset(Permission) if getattr(self, "viewer_is_operator", False) else permissions_of(self.viewer_role)

    @cached_property
    def lead(self):
        """The beneficiary (lider) or None."""
        return next((partner for partner in self.partners.all() if partner.role == Partner.Role.LEAD), None)

    @cached_property
    def funding(self):
        """The funding lines in their order, each with its derived ``percent``."""
        return with_percentages(list(self.funding_lines.all()))

    @cached_property
    def total_value(self):
        """The whole value of the project in złoty: the sum of its funding lines, or None where none is known."""
        return sum((line.amount for line in self.funding), Decimal(0)) if self.funding else None

    @property
    def scope(self):
        """The data scope of its participants: which official form is filled in (participants.vocabulary.Scope)."""
        return {ProgrammingPeriod.ESF_2014: "sl2014", ProgrammingPeriod.ESF_PLUS_2021: "smefs"}.get(
            self.programme.period, "basic"
        )

    def default_day(self):
        """The day on which figures stand unless asked otherwise: the last day of the project, or today if it is earlier."""
        return min(self.ends_on, timezone.localdate())

    def time_elapsed(self, on: date):
        """Per cent of the project's days gone by on a day, 0 to 100, both ends counted, two decimals."""
        days = (self.ends_on - self.starts_on).days + 1
        gone = min(max((on - self.starts_on).days + 1, 0), days)
        return (Decimal(gone) * 100 / days).quantize(GROSZ)


def with_percentages(lines):
    """Gives each line its share of the whole in per cent, two decimals, adding up to exactly 100 (largest remainder)."""
    total = sum(line.amount for line in lines)
    if not total:
        return lines
    exact = [line.amount * 10000 / total for line in lines]
    shares = [int(share) for share in exact]
    short = 10000 - sum(shares)
    for index in sorted(range(len(lines)), key=lambda i: shares[i] - exact[i])[:short]:
        shares[index] += 1
    for line, share in zip(lines, shares, strict=True):
        line.percent = Decimal(share) / 100
    return lines


class Partner(models.Model):
    """An institution that carries the project, and in which role."""

    class Role(models.TextChoices):
        LEAD = "lead", _("beneficjent (lider)")
        REALISER = "realiser", _("realizator")
        PARTNER = "partner", _("partner")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partners", verbose_name=_("projekt"))
    name = models.CharField(_("nazwa"), max_length=250)
    role = models.CharField(_("rola"), max_length=10, choices=Role)
    place = models.CharField(_("siedziba"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partnerzy")
        ordering = ["project", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(role="lead"),
                name="project_has_one_lead",
                violation_error_message=_("Projekt ma już lidera; może być jeden."),
            )
        ]

    def __str__(self):
        return self.name


class TargetGroup(models.Model):
    """A group the project is addressed to, with the planned number of people; a total alone is allowed."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="target_groups", verbose_name=_("projekt")
    )
    name = models.CharField(_("nazwa"), max_length=300)
    women = models.PositiveIntegerField(_("kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("mężczyźni"), null=True, blank=True)
    total = models.PositiveIntegerField(_("ogółem"), null=True, blank=True)
    women_at_least = models.BooleanField(_("co najmniej tyle kobiet"), default=False)
    is_surroundings = models.BooleanField(_("otoczenie osób zagrożonych wykluczeniem"), default=False)

    class Meta:
        verbose_name = _("grupa docelowa")
        verbose_name_plural = _("grupy docelowe")
        ordering = ["project", "pk"]
        constraints = [
            parts_fit(
                "target_group_parts_fit",
                "women",
                "men",
                "total",
                _("Kobiety i mężczyźni nie zgadzają się z liczbą ogółem."),
            ),
        ]

    def __str__(self):
        return self.name


class FundingLine(models.Model):
    """Money from one source. Amounts are stored in złoty, percentages are derived; the lines do not overlap."""

    class Source(models.TextChoices):
        EU = "eu", _("środki unijne")
        STATE = "state", _("budżet państwa")
        OWN = "own", _("wkład własny")
        OTHER = "other", _("pozostałe środki")

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="funding_lines", verbose_name=_("projekt")
    )
    source = models.CharField(_("źródło"), max_length=10, choices=Source)
    name = models.CharField(_("nazwa"), max_length=120, blank=True, help_text=_("gdy umowa nazywa źródło inaczej"))
    amount = models.DecimalField(_("kwota"), max_digits=14, decimal_places=2, validators=[MinValueValidator(GROSZ)])

    class Meta:
        verbose_name = _("linia finansowania")
        verbose_name_plural = _("finansowanie")
        ordering = ["project", "pk"]
        constraints = [
            check("funding_amount_positive", Q(amount__gt=0), _("Kwota musi być większa od zera.")),
            models.UniqueConstraint(
                fields=["project", "source", "name"],
                name="funding_source_once",
                violation_error_message=_("To źródło już jest w finansowaniu projektu."),
            ),
        ]

    def __str__(self):
        return self.name or self.get_source_display()

    @property
    def is_grant(self):
        """Whether the line is part of the grant (dofinansowanie): European money and the state budget."""
        return self.source in (self.Source.EU, self.Source.STATE)


class Office(models.Model):
    """A place where the project receives people."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="offices", verbose_name=_("projekt"))
    name = models.CharField(_("nazwa"), max_length=120)
    address = models.CharField(_("adres"), max_length=200)
    phones = models.CharField(_("telefony"), max_length=120, blank=True, help_text=_("kilka numerów po przecinku"))

    class Meta:
        verbose_name = _("biuro")
        verbose_name_plural = _("biura")
        ordering = ["project", "pk"]

    def __str__(self):
        return self.name


class OpeningHours(models.Model):
    """When an office is open on one day of the week."""

    class Weekday(models.IntegerChoices):
        MONDAY = 1, _("poniedziałek")
        TUESDAY = 2, _("wtorek")
        WEDNESDAY = 3, _("środa")
        THURSDAY = 4, _("czwartek")
        FRIDAY = 5, _("piątek")
        SATURDAY = 6, _("sobota")
        SUNDAY = 7, _("niedziela")

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="hours", verbose_name=_("biuro"))
    weekday = models.PositiveSmallIntegerField(_("dzień"), choices=Weekday)
    opens = models.TimeField(_("od"))
    closes = models.TimeField(_("do"))

    class Meta:
        verbose_name = _("godziny otwarcia")
        verbose_name_plural = _("godziny otwarcia")
        ordering = ["office", "weekday", "opens"]
        constraints = [
            check(
                "hours_close_after_opening",
                Q(closes__gt=F("opens")),
                _("Godzina zamknięcia musi być późniejsza niż otwarcia."),
            ),
            check("hours_weekday_exists", Q(weekday__gte=1, weekday__lte=7), _("Nie ma takiego dnia tygodnia.")),
            models.UniqueConstraint(
                fields=["office", "weekday", "opens"],
                name="hours_once_a_day",
                violation_error_message=_("Te godziny już są wpisane."),
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class Award(models.Model):
    """A distinction the project received."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="awards", verbose_name=_("projekt"))
    title = models.CharField(_("tytuł"), max_length=200)
    contest = models.CharField(_("konkurs"), max_length=200, blank=True)
    awarded_by = models.CharField(_("organizator"), max_length=200, blank=True)
    entered_on = models.DateField(_("data zgłoszenia"), null=True, blank=True)
    note = models.TextField(_("uwagi"), blank=True)

    class Meta:
        verbose_name = _("wyróżnienie")
        verbose_name_plural = _("wyróżnienia")
        ordering = ["project", "pk"]

    def __str__(self):
        return self.title


class Mark(models.Model):
    """An uploaded mark for printed pages: the programme's or the region's. The flags of Poland and the EU are drawn."""

    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("znak Funduszy Europejskich")
        REGION = "region", _("znak województwa")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="marks", verbose_name=_("projekt"))
    kind = models.CharField(_("rodzaj"), max_length=10, choices=Kind)
    name = models.CharField(_("nazwa"), max_length=80, help_text=_("czytana na głos i drukowana, gdy nie ma pliku"))
    image = models.ImageField(_("plik"), upload_to="marks/", blank=True)

    class Meta:
        verbose_name = _("znak")
        verbose_name_plural = _("znaki")
        ordering = ["project", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                name="mark_kind_once",
                violation_error_message=_("Ten znak już jest; można go podmienić."),
            ),
        ]

    def __str__(self):
        return self.name


class TeamMember(models.Model):
    """A person who works in the project, and the role that decides what that person may do."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="team", verbose_name=_("projekt"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("osoba")
    )
    role = models.CharField(_("rola"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("członek zespołu")
        verbose_name_plural = _("zespół")
        ordering = ["project", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"],
                name="team_member_once",
                violation_error_message=_("Ta osoba już jest w zespole."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}"
