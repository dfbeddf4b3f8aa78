"""A scan of the whole signed packet is a kind of document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0006_institutions_documents_and_what_happened")]

    operations = [
        migrations.RemoveConstraint(model_name="document", name="document_kind_known"),
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("application", "formularz zgłoszeniowy"),
                    ("declaration", "deklaracja uczestnictwa"),
                    ("clause", "klauzula informacyjna (RODO)"),
                    ("image_consent", "zgoda na wykorzystanie wizerunku"),
                    ("contract", "umowa uczestnictwa"),
                    ("packet", "podpisany pakiet (deklaracja, klauzula, zgoda, umowa)"),
                    ("status", "zaświadczenie o statusie na rynku pracy"),
                    ("disability", "orzeczenie o niepełnosprawności"),
                    ("premise", "dokument przesłanki (OPS, oświadczenie)"),
                    ("certificate", "certyfikat lub dyplom"),
                    ("job", "umowa o pracę lub inny dowód zatrudnienia"),
                    ("business", "wydruk CEIDG lub KRS"),
                    ("progress", "opinia o postępie społecznym"),
                    ("attendance", "lista obecności lub karta doradztwa"),
                    ("other", "inny dokument"),
                ],
                default="other",
                max_length=20,
                verbose_name="rodzaj dokumentu",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "application",
                            "declaration",
                            "clause",
                            "image_consent",
                            "contract",
                            "packet",
                            "status",
                            "disability",
                            "premise",
                            "certificate",
                            "job",
                            "business",
                            "progress",
                            "attendance",
                            "other",
                        ],
                    )
                ),
                name="document_kind_known",
                violation_error_message="Nie ma takiego rodzaju dokumentu na liście.",
            ),
        ),
    ]
