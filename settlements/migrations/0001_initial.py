"""Payment applications, their steps, and the reports frozen with them."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import settlements.models.application
import settlements.models.report
import uuid
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("projects", "0004_a_job_may_end_the_path"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),  # a project and a period in one exclusion constraint
        migrations.CreateModel(
            name="PaymentApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "number",
                    models.CharField(
                        help_text="jak w systemie instytucji, na przykład WNP-003",
                        max_length=60,
                        verbose_name="numer wniosku",
                    ),
                ),
                ("since", models.DateField(verbose_name="okres od")),
                ("until", models.DateField(verbose_name="okres do")),
                ("is_final", models.BooleanField(default=False, verbose_name="wniosek końcowy")),
                (
                    "measured_on",
                    models.DateField(
                        blank=True,
                        help_text="tylko we wniosku końcowym; puste: ostatni dzień okresu",
                        null=True,
                        verbose_name="rezultaty na dzień",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="uwagi własne")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("submitted", "złożony"),
                            ("returned", "zwrócony do poprawy"),
                            ("corrected", "poprawiony i złożony"),
                            ("accepted", "zatwierdzony"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="utworzono"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto utworzył",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_applications",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
            ],
            options={
                "verbose_name": "wniosek o płatność",
                "verbose_name_plural": "wnioski o płatność",
                "ordering": ["project", "since", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SubmittedReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="wersja")),
                ("since", models.DateField(verbose_name="okres od")),
                ("on", models.DateField(verbose_name="stan na dzień")),
                ("submitted_at", models.DateTimeField(verbose_name="złożono")),
                ("content", models.TextField(verbose_name="treść")),
                ("checksum", models.CharField(max_length=64, verbose_name="suma kontrolna")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="settlements.paymentapplication",
                        verbose_name="wniosek",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="settlements.submittedreport",
                        verbose_name="sprawozdanie poprzedniego wniosku",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto złożył",
                    ),
                ),
            ],
            options={
                "verbose_name": "złożone sprawozdanie",
                "verbose_name_plural": "złożone sprawozdania",
                "ordering": ["application", "version"],
            },
        ),
        migrations.CreateModel(
            name="SubmittedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "form",
                    models.CharField(
                        choices=[("pdf", "PDF"), ("xlsx", "XLSX"), ("csv", "CSV")], max_length=4, verbose_name="postać"
                    ),
                ),
                ("content", models.BinaryField(verbose_name="bajty")),
                ("sha256", models.CharField(max_length=64, verbose_name="skrót pliku")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="settlements.submittedreport",
                        verbose_name="sprawozdanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "plik złożonego sprawozdania",
                "verbose_name_plural": "pliki złożonych sprawozdań",
                "ordering": ["report", "form"],
            },
        ),
        migrations.CreateModel(
            name="FrozenMembers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80, verbose_name="wskaźnik")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("value", "od początku"),
                            ("before", "przed okresem"),
                            ("numerator", "spełniły kryterium"),
                            ("denominator", "zmierzone"),
                            ("pending", "termin biegnie"),
                            ("excluded", "wyłączone"),
                        ],
                        max_length=12,
                        verbose_name="część",
                    ),
                ),
                (
                    "women",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name="kobiety"
                    ),
                ),
                (
                    "men",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="mężczyźni",
                    ),
                ),
                ("things", models.JSONField(blank=True, default=list, verbose_name="rzeczy")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="settlements.submittedreport",
                        verbose_name="sprawozdanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "osoby w zamrożonej liczbie",
                "verbose_name_plural": "osoby w zamrożonych liczbach",
                "ordering": ["report", "key", "part"],
            },
        ),
        migrations.CreateModel(
            name="ApplicationStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("submitted", "złożony"),
                            ("returned", "zwrócony do poprawy"),
                            ("corrected", "poprawiony i złożony"),
                            ("accepted", "zatwierdzony"),
                        ],
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="kiedy")),
                ("remarks", models.TextField(blank=True, verbose_name="uwagi instytucji")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="settlements.paymentapplication",
                        verbose_name="wniosek",
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="step",
                        to="settlements.submittedreport",
                        verbose_name="zamrożone sprawozdanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "krok wniosku",
                "verbose_name_plural": "kroki wniosku",
                "ordering": ["application", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "submitted", "returned", "corrected", "accepted"])),
                name="application_state_known",
                violation_error_message="Nie ma takiego stanu wniosku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__gte", models.F("since")), ("since__isnull", True), ("until__isnull", True), _connector="OR"
                ),
                name="application_period_in_order",
                violation_error_message="Okres kończy się, zanim się zacznie. Popraw jedną z dat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("measured_on__isnull", True),
                    models.Q(("is_final", True), ("measured_on__gte", models.F("until"))),
                    _connector="OR",
                ),
                name="application_measured_after_period",
                violation_error_message="Dzień rezultatów inny niż koniec okresu ma tylko wniosek końcowy, i nie może być wcześniejszy.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=models.UniqueConstraint(
                fields=("project", "number"),
                name="application_number_once",
                violation_error_message="Wniosek o tym numerze już jest w projekcie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_final", True)),
                fields=("project",),
                name="application_final_once",
                violation_error_message="Projekt ma już wniosek końcowy, a może mieć tylko jeden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentapplication",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (models.F("project"), "="),
                    (settlements.models.application.ClosedDays(models.F("since"), models.F("until")), "&&"),
                ],
                name="application_periods_apart",
                violation_error_message="Ten okres zachodzi na okres innego wniosku. Każdy dzień należy do jednego.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedreport",
            constraint=models.UniqueConstraint(
                fields=("application", "version"),
                name="report_version_once",
                violation_error_message="Ta wersja sprawozdania już jest złożona.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="report_version_counted",
                violation_error_message="Wersje liczy się od pierwszej.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("on__gte", models.F("since")), ("since__isnull", True), ("on__isnull", True), _connector="OR"
                ),
                name="report_period_in_order",
                violation_error_message="Okres sprawozdania kończy się, zanim się zacznie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("checksum", settlements.models.report.TextDigest(models.F("content")))),
                name="report_content_sealed",
                violation_error_message="Treść sprawozdania nie zgadza się z jego sumą kontrolną.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfile",
            constraint=models.UniqueConstraint(
                fields=("report", "form"),
                name="submitted_file_once",
                violation_error_message="Ten plik sprawozdania już jest zapisany.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("form__in", ["pdf", "xlsx", "csv"])),
                name="submitted_file_form_known",
                violation_error_message="Nie ma takiej postaci pliku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submittedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256", settlements.models.report.BytesDigest(models.F("content")))),
                name="submitted_file_sealed",
                violation_error_message="Bajty pliku nie zgadzają się z jego skrótem.",
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenmembers",
            constraint=models.UniqueConstraint(
                fields=("report", "key", "part"),
                name="frozen_members_once",
                violation_error_message="Ta część wskaźnika już jest zamrożona.",
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenmembers",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part__in", ["value", "before", "numerator", "denominator", "pending", "excluded"])
                ),
                name="frozen_part_known",
                violation_error_message="Nie ma takiej części wskaźnika.",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["submitted", "returned", "corrected", "accepted"])),
                name="application_step_known",
                violation_error_message="Nie ma takiego kroku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "returned"), _negated=True),
                    models.Q(("remarks", ""), _negated=True),
                    _connector="OR",
                ),
                name="application_returned_with_remarks",
                violation_error_message="Wpisz uwagi instytucji: bez nich nie wiadomo, co poprawić.",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("report__isnull", False), ("state__in", ("submitted", "corrected"))),
                    models.Q(
                        models.Q(("state__in", ("submitted", "corrected")), _negated=True), ("report__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="application_submitted_with_report",
                violation_error_message="Złożenie wniosku zamraża sprawozdanie, a inne kroki niczego nie zamrażają.",
            ),
        ),
    ]
