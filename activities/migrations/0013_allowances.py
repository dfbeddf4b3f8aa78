"""Allowances of people and the rates of a project."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
import uuid
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0012_certificates"),
        ("participants", "0006_institutions_documents_and_what_happened"),
        ("projects", "0003_texts_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Allowance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("training", "stypendium szkoleniowe"),
                            ("internship", "stypendium stażowe"),
                            ("integration", "świadczenie integracyjne"),
                            ("travel", "zwrot kosztów dojazdu"),
                            ("care", "zwrot kosztów opieki nad dzieckiem lub osobą zależną"),
                            ("catering", "wyżywienie"),
                            ("tests", "badania lekarskie"),
                            ("insurance", "ubezpieczenie NNW"),
                            ("other", "inne świadczenie"),
                        ],
                        max_length=12,
                        verbose_name="rodzaj świadczenia",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="za okres od")),
                ("ends_on", models.DateField(verbose_name="do")),
                (
                    "unit",
                    models.CharField(
                        choices=[("hour", "godzina"), ("day", "dzień"), ("month", "miesiąc"), ("piece", "sztuka")],
                        max_length=8,
                        verbose_name="jednostka",
                    ),
                ),
                ("quantity", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="ile")),
                ("rate", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="stawka")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="kwota")),
                (
                    "zus",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("0"), max_digits=12, verbose_name="składka ZUS"
                    ),
                ),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="wypłacono")),
                (
                    "document",
                    models.CharField(
                        blank=True,
                        help_text="lista wypłat, rachunek, numer przelewu",
                        max_length=120,
                        verbose_name="dokument",
                    ),
                ),
                (
                    "form_of_support",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allowances",
                        to="activities.formofsupport",
                        verbose_name="forma wsparcia",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allowances",
                        to="participants.participation",
                        verbose_name="uczestnik",
                    ),
                ),
            ],
            options={
                "verbose_name": "świadczenie",
                "verbose_name_plural": "świadczenia",
                "ordering": ["-starts_on", "-pk"],
                "indexes": [models.Index(fields=["starts_on", "kind"], name="allowance_by_month")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participation", "kind", "starts_on", "ends_on", "form_of_support"),
                        name="allowance_once",
                        nulls_distinct=False,
                        violation_error_message="To świadczenie za ten okres już jest zapisane dla tej osoby.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "training",
                                    "internship",
                                    "integration",
                                    "travel",
                                    "care",
                                    "catering",
                                    "tests",
                                    "insurance",
                                    "other",
                                ],
                            )
                        ),
                        name="allowance_kind_known",
                        violation_error_message="Nie ma takiego świadczenia na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit__in", ["hour", "day", "month", "piece"])),
                        name="allowance_unit_known",
                        violation_error_message="Nie ma takiej jednostki na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            _connector="OR",
                        ),
                        name="allowance_period_in_order",
                        violation_error_message="Koniec okresu jest wcześniejszy niż początek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="allowance_quantity_positive",
                        violation_error_message="Liczba musi być większa od zera.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0), ("rate__gte", 0)),
                        name="allowance_amount_fits",
                        violation_error_message="Kwota nie może być ujemna.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("zus__gte", 0)),
                        name="allowance_zus_fits",
                        violation_error_message="Składka ZUS nie może być ujemna.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "amount",
                                django.db.models.functions.math.Round(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("quantity"), "*", models.F("rate")
                                    ),
                                    precision=2,
                                ),
                            )
                        ),
                        name="allowance_amount_is_the_product",
                        violation_error_message="Kwota to liczba razy stawka, zaokrąglona do grosza.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AllowanceRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("training", "stypendium szkoleniowe"),
                            ("internship", "stypendium stażowe"),
                            ("integration", "świadczenie integracyjne"),
                            ("travel", "zwrot kosztów dojazdu"),
                            ("care", "zwrot kosztów opieki nad dzieckiem lub osobą zależną"),
                            ("catering", "wyżywienie"),
                            ("tests", "badania lekarskie"),
                            ("insurance", "ubezpieczenie NNW"),
                            ("other", "inne świadczenie"),
                        ],
                        max_length=12,
                        verbose_name="rodzaj świadczenia",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("hour", "godzina"), ("day", "dzień"), ("month", "miesiąc"), ("piece", "sztuka")],
                        max_length=8,
                        verbose_name="za",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="stawka")),
                (
                    "zus",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("0"), max_digits=10, verbose_name="składka ZUS"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="obowiązuje od")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="allowance_rates",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
            ],
            options={
                "verbose_name": "stawka świadczenia",
                "verbose_name_plural": "stawki świadczeń",
                "ordering": ["project", "kind", "valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "kind", "valid_from"),
                        name="allowance_rate_once",
                        violation_error_message="Stawka tego świadczenia od tego dnia już jest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "training",
                                    "internship",
                                    "integration",
                                    "travel",
                                    "care",
                                    "catering",
                                    "tests",
                                    "insurance",
                                    "other",
                                ],
                            )
                        ),
                        name="allowance_rate_kind_known",
                        violation_error_message="Nie ma takiego świadczenia na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit__in", ["hour", "day", "month", "piece"])),
                        name="allowance_rate_unit_known",
                        violation_error_message="Nie ma takiej jednostki na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="allowance_rate_positive",
                        violation_error_message="Stawka musi być większa od zera.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("zus__gte", 0)),
                        name="allowance_rate_zus_fits",
                        violation_error_message="Składka ZUS nie może być ujemna.",
                    ),
                ],
            },
        ),
    ]
