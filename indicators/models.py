"""What users own of the indicators: which ones a project answers for and with what target, entries of things, thresholds."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.models import FormOfSupport
from activities.vocabulary import EventKind
from projects.constraints import check, one_of, parts_fit
from projects.models import CreatedOnce, Project


class Kind(models.TextChoices):
    OUTPUT = "output", _("produkt")
    RESULT = "result", _("rezultat")


class Register(models.TextChoices):
    """Things that are not people and are counted by name."""

    COMMUNITY = "community", _("środowisko objęte programem aktywności lokalnej")
    SOCIAL_ENTERPRISE = (
        "social_enterprise",
        _("przedsiębiorstwo społeczne lub spółdzielnia socjalna"),
    )
    ASSOCIATION = "association", _("stowarzyszenie")
    INCUBATOR = "incubator", _("inkubator ekonomii społecznej")
    INSTITUTION = "institution", _("instytucja objęta wsparciem")
    ADAPTED_OBJECT = (
        "adapted_object",
        _("obiekt dostosowany do potrzeb osób z niepełnosprawnościami"),
    )
    JOB = "job", _("utworzone miejsce pracy")
    OTHER = "other", _("inne")


class Counts(models.TextChoices):
    """What an indicator counts; the unit is part of its name."""

    PEOPLE = "people", _("osoby")
    REGISTER = "register", _("wpisy do rejestru")
    SESSIONS = "sessions", _("odbyte zajęcia")
    LEADERS = "leaders", _("osoby prowadzące")
    EVENTS = "events", _("wydarzenia")
    VISITORS = "visitors", _("odwiedzający, bez nazwisk")


class ProjectIndicator(CreatedOnce):
    """An indicator that a project answers for, with the value it promised, or none.

    Either ``definition`` names a line of the official catalogue, or the row is the project's own: a name, a unit, what it counts
    and, for people, the words that must hold (as ``words.spell`` reads them).
    """

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="indicators",
        verbose_name=_("projekt"),
    )
    definition = models.CharField(_("definicja z listy"), max_length=40, blank=True)
    name = models.CharField(_("nazwa"), max_length=300, blank=True, help_text=_("dla wskaźnika własnego"))
    kind = models.CharField(_("rodzaj"), max_length=10, choices=Kind, default=Kind.OUTPUT)
    unit = models.CharField(_("jednostka"), max_length=20, default="osoby")
    counts = models.CharField(_("co liczy"), max_length=10, choices=Counts, default=Counts.PEOPLE)
    words = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("zdania"),
        default=list,
        blank=True,
    )
    register = models.CharField(_("rejestr"), max_length=20, choices=Register, blank=True)
    form_of_support = models.ForeignKey(
        FormOfSupport,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("forma wsparcia"),
    )
    event_kind = models.CharField(_("rodzaj wydarzenia"), max_length=20, choices=EventKind, blank=True)
    women = models.PositiveIntegerField(_("cel: kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("cel: mężczyźni"), null=True, blank=True)
    total = models.PositiveIntegerField(_("cel: ogółem"), null=True, blank=True)
    is_at_least = models.BooleanField(_("cel dla kobiet jest wartością minimalną"), default=False)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("wskaźnik projektu")
        verbose_name_plural = _("wskaźniki projektu")
        ordering = ["project", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "definition"],
                condition=~Q(definition=""),
                name="project_indicator_once",
                violation_error_message=_("Ten wskaźnik już jest w projekcie."),
            ),
            check(
                "project_indicator_named",
                ~Q(definition="") | ~Q(name=""),
                _("Podaj nazwę wskaźnika własnego albo wybierz go z listy."),
            ),
            check(
                "project_indicator_says_what_it_counts",
                ~Q(definition="")
                | Q(counts=Counts.PEOPLE, words__len__gt=0)
                | (Q(counts=Counts.REGISTER) & ~Q(register=""))
                | Q(
                    counts__in=[Counts.SESSIONS, Counts.LEADERS],
                    form_of_support__isnull=False,
                )
                | (Q(counts__in=[Counts.EVENTS, Counts.VISITORS]) & ~Q(event_kind="")),
                _("Wskaźnik własny musi mówić, co liczy: zdania, rejestr, formę wsparcia albo rodzaj wydarzenia."),
            ),
            parts_fit(
                "project_indicator_parts_fit",
                "women",
                "men",
                "total",
                _("Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
            ),
        ]

    def __str__(self):
        return self.name or self.definition


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


class EffectivenessThreshold(models.Model):
    """The share of leavers that must succeed, in per cent, for one measure and one group, as the agreement says."""

    class Measure(models.TextChoices):
        SOCIAL = "social", _("efektywność społeczna")
        EMPLOYMENT = "employment", _("efektywność zatrudnieniowa")

    class Group(models.TextChoices):
        """Groups are disjoint here: people with disabilities, and everybody else; ``all`` stands for an undivided measure."""

        DISABLED = "disabled", _("osoby z niepełnosprawnościami")
        OTHERS = "others", _("pozostałe osoby")
        ALL = "all", _("wszystkie osoby")

    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        related_name="effectiveness_thresholds",
        verbose_name=_("projekt"),
    )
    measure = models.CharField(_("miara"), max_length=12, choices=Measure)
    group = models.CharField(_("grupa"), max_length=12, choices=Group)
    percent = models.DecimalField(_("próg w procentach"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("próg efektywności")
        verbose_name_plural = _("progi efektywności")
        ordering = ["project", "-measure", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "measure", "group"],
                name="threshold_once",
                violation_error_message=_("Ten próg już jest w projekcie."),
            ),
            check(
                "threshold_in_percent",
                Q(percent__gte=0, percent__lte=100),
                _("Próg jest w procentach, od 0 do 100."),
            ),
        ]

    def __str__(self):
        return f"{self.get_measure_display()}, {self.get_group_display()}: {self.percent}%"
