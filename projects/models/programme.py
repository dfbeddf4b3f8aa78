"""The programme, its calls, and the events that it plans."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..constraints import check, in_order


class ProgrammingPeriod(models.TextChoices):
    """The perspective whose rules hold; it decides the form of entry and the list of indicators."""

    ESF_2007 = "2007-2013", "2007–2013"
    ESF_2014 = "2014-2020", "2014–2020"
    ESF_PLUS_2021 = "2021-2027", "2021–2027"
    NATIONAL = "national", _("program krajowy")


class IndicatorList(models.TextChoices):
    """Which official list of indicators applies."""

    ESF_2014 = "esf_2014", _("EFS 2014–2020: CO, CR i lista kluczowa (WLWK)")
    ESF_2014_BEFORE_2018 = "esf_2014_before_2018", _("EFS 2014–2020 w brzmieniu do 1 sierpnia 2018 r.: także CO12–CO14")
    ESF_PLUS_2021 = "esf_plus_2021", _("EFS+ 2021–2027: EECO, EECR i lista kluczowa (LWK)")
    OWN = "own", _("wskaźniki własne projektu")


class Programme(models.Model):
    """A programme that pays for projects: the fund, the perspective, what it is for."""

    slug = models.SlugField(_("adres w programie"), max_length=80, unique=True)
    name = models.CharField(_("nazwa"), max_length=200)
    edition = models.CharField(_("edycja"), max_length=60, blank=True)
    fund = models.CharField(_("fundusz"), max_length=120, help_text=_("na przykład Europejski Fundusz Społeczny"))
    institution = models.CharField(_("instytucja"), max_length=200, blank=True)
    period = models.CharField(_("perspektywa"), max_length=10, choices=ProgrammingPeriod)
    indicator_list = models.CharField(_("lista wskaźników"), max_length=20, choices=IndicatorList)
    goal = models.TextField(_("cel"), blank=True)
    announced_on = models.DateField(_("data ogłoszenia"), null=True, blank=True)
    allocation_left = models.DecimalField(
        _("kwota do rozdysponowania"), max_digits=14, decimal_places=2, null=True, blank=True, help_text=_("w złotych")
    )
    url = models.URLField(_("strona programu"), blank=True)
    is_demo = models.BooleanField(_("dane przykładowe"), default=False, editable=False)

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programy")
        ordering = ["name", "pk"]
        constraints = [
            check(
                "programme_allocation_left_not_negative",
                models.Q(allocation_left__gte=0) | models.Q(allocation_left__isnull=True),
                _("Kwota do rozdysponowania nie może być ujemna."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("projects:programme", args=[self.slug])


class Call(models.Model):
    """A call for proposals (konkurs, nabór) of a programme."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="calls", verbose_name=_("program"))
    number = models.CharField(_("numer"), max_length=60)
    title = models.CharField(_("tytuł"), max_length=300)
    purpose = models.TextField(_("cel"), blank=True)
    allocation = models.DecimalField(_("alokacja"), max_digits=14, decimal_places=2, null=True, blank=True)
    opens_on = models.DateField(_("otwarcie"), null=True, blank=True)
    closes_on = models.DateField(_("zamknięcie"), null=True, blank=True)
    target_group = models.TextField(_("grupa docelowa"), blank=True)
    age_from = models.PositiveSmallIntegerField(_("wiek od"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("wiek do"), null=True, blank=True)

    class Meta:
        verbose_name = _("nabór")
        verbose_name_plural = _("nabory")
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"],
                name="call_number_once",
                violation_error_message=_("Nabór o tym numerze już jest w programie."),
            ),
            in_order(
                "call_closes_after_it_opens",
                "opens_on",
                "closes_on",
                _("Zamknięcie naboru jest wcześniejsze niż otwarcie."),
            ),
            in_order("call_ages_in_order", "age_from", "age_to", _("Górna granica wieku jest niższa niż dolna.")),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}"

    def get_absolute_url(self):
        return reverse("projects:call", args=[self.programme.slug, self.pk])


class PlannedEvent(models.Model):
    """An event that a programme plans within its calls, such as a regional conference; held once it has a date."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="planned_events", verbose_name=_("program")
    )
    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, null=True, blank=True, related_name="planned_events", verbose_name=_("nabór")
    )
    name = models.CharField(_("nazwa"), max_length=200)
    place = models.CharField(_("miejsce"), max_length=120, blank=True)
    held_on = models.DateField(_("data odbycia"), null=True, blank=True)

    class Meta:
        verbose_name = _("planowane wydarzenie")
        verbose_name_plural = _("planowane wydarzenia")
        ordering = ["programme", "pk"]

    def __str__(self):
        return self.name
