from django.db import migrations, models
from django.db.models import Q

CHANNELS = ["phone", "email", "letter", "meeting"]
RESULTS = ["reached", "promised", "no_answer", "wrong", "refused", "sent"]
NO_CHANNEL = "Nie ma takiego sposobu kontaktu na liście."
NO_RESULT = "Nie ma takiego wyniku na liście."
CHANNEL_CHOICES = [
    ("phone", "telefon"),
    ("email", "e-mail"),
    ("letter", "list"),
    ("meeting", "spotkanie"),
    ("team", "w zespole"),
]
RESULT_CHOICES = [
    ("reached", "rozmowa odbyta"),
    ("promised", "dostarczy dokument"),
    ("no_answer", "brak odpowiedzi"),
    ("wrong", "zły numer lub adres"),
    ("refused", "odmawia kontaktu"),
    ("sent", "wysłano"),
    ("closed", "sprawa zamknięta"),
    ("handed_over", "zmiana opiekuna"),
]


def one_of(name, field, values, message):
    return models.CheckConstraint(condition=Q((f"{field}__in", values)), name=name, violation_error_message=message)


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0007_a_signed_packet_is_a_document"),
        ("participants", "0010_why_by_path_of_a_withdrawn_exit"),
    ]
    operations = [
        migrations.AlterField(
            model_name="call",
            name="channel",
            field=models.CharField(choices=CHANNEL_CHOICES, default="phone", max_length=10, verbose_name="sposób"),
        ),
        migrations.AlterField(
            model_name="call",
            name="result",
            field=models.CharField(choices=RESULT_CHOICES, max_length=12, verbose_name="wynik"),
        ),
        migrations.RemoveConstraint(model_name="call", name="call_channel_known"),
        migrations.AddConstraint(
            model_name="call", constraint=one_of("call_channel_known", "channel", [*CHANNELS, "team"], NO_CHANNEL)
        ),
        migrations.RemoveConstraint(model_name="call", name="call_result_known"),
        migrations.AddConstraint(
            model_name="call",
            constraint=one_of("call_result_known", "result", [*RESULTS, "closed", "handed_over"], NO_RESULT),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=Q(("next_on__isnull", True)) | ~Q(("result__in", ["refused", "closed"])),
                name="call_closed_without_next",
                violation_error_message="Po odmowie i po zamknięciu sprawy nie ma następnej próby. Usuń jej datę albo wybierz inny wynik.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=~Q(("note", ""), ("result", "closed")),
                name="call_closed_with_reason",
                violation_error_message="Napisz, dlaczego sprawa jest zamknięta.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=(~Q(("result", "handed_over")) | Q(("channel", "team"), ("next_on__isnull", True)))
                & (~Q(("channel", "team")) | Q(("result__in", ["handed_over", "closed"]))),
                name="call_handed_over_in_team",
                violation_error_message="„W zespole” zmienia się opiekuna i zamyka sprawę; z osobą kontakt jest inny.",
            ),
        ),
        migrations.AddIndex(
            model_name="call",
            index=models.Index(fields=["participation", "-made_on", "-id"], name="call_newest"),
        ),
    ]
