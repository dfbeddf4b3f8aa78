"""Internships: the host, the hours agreed, the hours done in each month."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0010_individual_path"),
        ("participants", "0006_institutions_documents_and_what_happened"),
        ("projects", "0003_texts_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Internship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "host",
                    models.CharField(
                        help_text="firma lub instytucja", max_length=200, verbose_name="organizator stażu"
                    ),
                ),
                ("host_nip", models.CharField(blank=True, max_length=10, verbose_name="NIP organizatora")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="miejsce odbywania")),
                ("supervisor", models.CharField(blank=True, max_length=120, verbose_name="opiekun")),
                ("starts_on", models.DateField(verbose_name="od")),
                ("ends_on", models.DateField(verbose_name="do")),
                (
                    "hours_a_day",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="godziny dziennie"
                    ),
                ),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="godziny tygodniowo"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="uwagi")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="internships",
                        to="activities.enrolment",
                        verbose_name="udział we wsparciu",
                    ),
                ),
            ],
            options={
                "verbose_name": "staż",
                "verbose_name_plural": "staże",
                "ordering": ["enrolment", "starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InternshipMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="miesiąc")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="godziny")),
                (
                    "internship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="months",
                        to="activities.internship",
                        verbose_name="staż",
                    ),
                ),
            ],
            options={
                "verbose_name": "miesiąc stażu",
                "verbose_name_plural": "miesiące stażu",
                "ordering": ["internship", "month"],
            },
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__gte", models.F("starts_on")),
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    _connector="OR",
                ),
                name="internship_dates_in_order",
                violation_error_message="Koniec stażu jest wcześniejszy niż początek.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(("host_nip", ""), ("host_nip__regex", "^\\d{10}$"), _connector="OR"),
                name="internship_host_nip_digits",
                violation_error_message="NIP ma 10 cyfr.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours_a_day__isnull", True),
                    models.Q(("hours_a_day__gt", 0), ("hours_a_day__lte", 24)),
                    _connector="OR",
                ),
                name="internship_day_has_hours",
                violation_error_message="Godzin dziennie jest więcej niż 0, a nie więcej niż 24.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours_a_week__isnull", True),
                    models.Q(("hours_a_week__gt", 0), ("hours_a_week__lte", 168)),
                    _connector="OR",
                ),
                name="internship_week_has_hours",
                violation_error_message="Godzin tygodniowo jest więcej niż 0, a nie więcej niż 168.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internshipmonth",
            constraint=models.UniqueConstraint(
                fields=("internship", "month"),
                name="internship_month_once",
                violation_error_message="Godziny tego miesiąca już są wpisane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internshipmonth",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__day", 1)),
                name="internship_month_begins",
                violation_error_message="Miesiąc stażu zapisuje się pod jego pierwszym dniem.",
            ),
        ),
        migrations.AddConstraint(
            model_name="internshipmonth",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours__gte", 0), ("hours__lte", 744)),
                name="internship_month_hours",
                violation_error_message="Godzin w miesiącu jest od 0 do 744.",
            ),
        ),
    ]
