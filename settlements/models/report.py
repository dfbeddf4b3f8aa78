"""The report as it was submitted: its figures, who was in each of them, its files. Nothing here is ever changed or deleted."""

import json
from decimal import Decimal
from functools import cached_property

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.seal import spaced
from projects.constraints import check, in_order, one_of

from .application import PaymentApplication


class TextDigest(Func):
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""

    template = "encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = models.CharField()


class BytesDigest(Func):
    """SHA-256 of bytes, as 64 hexadecimal digits."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = models.CharField()


class SubmittedReport(models.Model):
    """One submitting of an application: version 1, and one more each time it came back.

    ``content`` is the whole report as JSON text: figures, targets and definitions as they held, digests of the members of every
    figure, when and by whom. ``frozen_at`` is the moment at which the data were read: what was changed later is news. Its SHA-256 is ``checksum``, which stands on the paper; the database compares the two.
    """

    application = models.ForeignKey(
        PaymentApplication, on_delete=models.PROTECT, related_name="reports", verbose_name=_("wniosek")
    )
    version = models.PositiveSmallIntegerField(_("wersja"))
    since = models.DateField(_("okres od"))
    on = models.DateField(_("stan na dzień"))
    previous = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sprawozdanie poprzedniego wniosku"),
    )
    submitted_at = models.DateTimeField(_("złożono"))
    frozen_at = models.DateTimeField(_("dane odczytano"), default=timezone.now)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("kto złożył")
    )
    content = models.TextField(_("treść"))
    checksum = models.CharField(_("suma kontrolna"), max_length=64)

    class Meta:
        verbose_name = _("złożone sprawozdanie")
        verbose_name_plural = _("złożone sprawozdania")
        ordering = ["application", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "version"],
                name="report_version_once",
                violation_error_message=_("Ta wersja sprawozdania już jest złożona."),
            ),
            check("report_version_counted", Q(version__gte=1), _("Wersje liczy się od pierwszej.")),
            in_order("report_period_in_order", "since", "on", _("Okres sprawozdania kończy się, zanim się zacznie.")),
            check(
                "report_content_sealed",
                Q(checksum=TextDigest(F("content"))),
                _("Treść sprawozdania nie zgadza się z jego sumą kontrolną."),
            ),
        ]

    def __str__(self):
        return f"{self.application}, {_('wersja')} {self.version}"

    def get_absolute_url(self):
        return reverse("settlements:report", args=[self.application.project.slug, self.pk])

    @property
    def spaced_checksum(self):
        """The sum in groups of four, as it stands on the paper."""
        return spaced(self.checksum)

    @cached_property
    def data(self):
        """The content read: lists and dictionaries, percentages as ``Decimal``."""
        return json.loads(self.content, parse_float=Decimal)


class Part(models.TextChoices):
    """Which set of people of a figure: those of the day, those already there before the period, and the sets of effectiveness."""

    VALUE = "value", _("od początku")
    BEFORE = "before", _("przed okresem")
    NUMERATOR = "numerator", _("spełniły kryterium")
    DENOMINATOR = "denominator", _("zmierzone")
    PENDING = "pending", _("termin biegnie")
    EXCLUDED = "excluded", _("wyłączone")


class FrozenMembers(models.Model):
    """Who, or what, was in one part of one figure: numbers of participations, or things by name, day and proof."""

    report = models.ForeignKey(
        SubmittedReport, on_delete=models.PROTECT, related_name="members", verbose_name=_("sprawozdanie")
    )
    key = models.CharField(_("wskaźnik"), max_length=80)
    part = models.CharField(_("część"), max_length=12, choices=Part)
    women = ArrayField(models.BigIntegerField(), verbose_name=_("kobiety"), default=list, blank=True)
    men = ArrayField(models.BigIntegerField(), verbose_name=_("mężczyźni"), default=list, blank=True)
    things = models.JSONField(_("rzeczy"), default=list, blank=True)

    class Meta:
        verbose_name = _("osoby w zamrożonej liczbie")
        verbose_name_plural = _("osoby w zamrożonych liczbach")
        ordering = ["report", "key", "part"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key", "part"],
                name="frozen_members_once",
                violation_error_message=_("Ta część wskaźnika już jest zamrożona."),
            ),
            one_of("frozen_part_known", "part", Part.values, _("Nie ma takiej części wskaźnika.")),
        ]

    def __str__(self):
        return f"{self.report_id}: {self.key}, {self.part}"


class FileForm(models.TextChoices):
    """In which forms a submitted report is kept beside its content, which is the JSON."""

    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"


class SubmittedFile(models.Model):
    """A file of a submitted report, byte for byte as it was given to the authority."""

    report = models.ForeignKey(
        SubmittedReport, on_delete=models.PROTECT, related_name="files", verbose_name=_("sprawozdanie")
    )
    form = models.CharField(_("postać"), max_length=4, choices=FileForm)
    content = models.BinaryField(_("bajty"))
    sha256 = models.CharField(_("skrót pliku"), max_length=64)

    class Meta:
        verbose_name = _("plik złożonego sprawozdania")
        verbose_name_plural = _("pliki złożonych sprawozdań")
        ordering = ["report", "form"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "form"],
                name="submitted_file_once",
                violation_error_message=_("Ten plik sprawozdania już jest zapisany."),
            ),
            one_of("submitted_file_form_known", "form", FileForm.values, _("Nie ma takiej postaci pliku.")),
            check(
                "submitted_file_sealed",
                Q(sha256=BytesDigest(F("content"))),
                _("Bajty pliku nie zgadzają się z jego skrótem."),
            ),
        ]

    def __str__(self):
        return f"{self.report_id}.{self.form}"
