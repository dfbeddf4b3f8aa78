"""More kinds of things that are counted by name, and the traits of a project."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0008_thresholds_on_record_keep_their_meaning")]
    operations = [
        migrations.RemoveConstraint(
            model_name="registerentry",
            name="register_known",
        ),
        migrations.AlterField(
            model_name="projectindicator",
            name="register",
            field=models.CharField(
                blank=True,
                choices=[
                    ("community", "środowisko objęte programem aktywności lokalnej"),
                    ("social_enterprise", "przedsiębiorstwo społeczne lub spółdzielnia socjalna"),
                    ("enterprise_status", "podmiot, który uzyskał status przedsiębiorstwa społecznego"),
                    ("association", "stowarzyszenie"),
                    ("incubator", "inkubator ekonomii społecznej"),
                    ("institution", "instytucja objęta wsparciem"),
                    ("adapted_object", "obiekt dostosowany do potrzeb osób z niepełnosprawnościami"),
                    ("job", "utworzone miejsce pracy"),
                    ("lasting_job", "miejsce pracy, które istnieje co najmniej 30 miesięcy"),
                    (
                        "lasting_service",
                        "miejsce świadczenia usług społecznych, które istnieje po zakończeniu projektu",
                    ),
                    ("local_service", "utworzone miejsce świadczenia usług w społeczności lokalnej"),
                    ("new_reintegration", "utworzony podmiot reintegracyjny (CIS, KIS)"),
                    ("reintegration", "wsparty podmiot reintegracyjny (CIS, KIS)"),
                    ("ict_entity", "podmiot wykorzystujący technologie informacyjno-komunikacyjne (TIK)"),
                    ("other", "inne"),
                    ("social_partners", "cecha projektu: realizują go partnerzy społeczni lub organizacje pozarządowe"),
                    ("for_women", "cecha projektu: trwały udział kobiet w zatrudnieniu"),
                    ("for_administration", "cecha projektu: obejmuje administrację lub usługi publiczne"),
                    ("accommodation", "cecha projektu: koszty racjonalnych usprawnień"),
                ],
                max_length=20,
                verbose_name="rejestr",
            ),
        ),
        migrations.AlterField(
            model_name="registerentry",
            name="register",
            field=models.CharField(
                choices=[
                    ("community", "środowisko objęte programem aktywności lokalnej"),
                    ("social_enterprise", "przedsiębiorstwo społeczne lub spółdzielnia socjalna"),
                    ("enterprise_status", "podmiot, który uzyskał status przedsiębiorstwa społecznego"),
                    ("association", "stowarzyszenie"),
                    ("incubator", "inkubator ekonomii społecznej"),
                    ("institution", "instytucja objęta wsparciem"),
                    ("adapted_object", "obiekt dostosowany do potrzeb osób z niepełnosprawnościami"),
                    ("job", "utworzone miejsce pracy"),
                    ("lasting_job", "miejsce pracy, które istnieje co najmniej 30 miesięcy"),
                    (
                        "lasting_service",
                        "miejsce świadczenia usług społecznych, które istnieje po zakończeniu projektu",
                    ),
                    ("local_service", "utworzone miejsce świadczenia usług w społeczności lokalnej"),
                    ("new_reintegration", "utworzony podmiot reintegracyjny (CIS, KIS)"),
                    ("reintegration", "wsparty podmiot reintegracyjny (CIS, KIS)"),
                    ("ict_entity", "podmiot wykorzystujący technologie informacyjno-komunikacyjne (TIK)"),
                    ("other", "inne"),
                    ("social_partners", "cecha projektu: realizują go partnerzy społeczni lub organizacje pozarządowe"),
                    ("for_women", "cecha projektu: trwały udział kobiet w zatrudnieniu"),
                    ("for_administration", "cecha projektu: obejmuje administrację lub usługi publiczne"),
                    ("accommodation", "cecha projektu: koszty racjonalnych usprawnień"),
                ],
                max_length=20,
                verbose_name="rejestr",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "register__in",
                        [
                            "community",
                            "social_enterprise",
                            "enterprise_status",
                            "association",
                            "incubator",
                            "institution",
                            "adapted_object",
                            "job",
                            "lasting_job",
                            "lasting_service",
                            "local_service",
                            "new_reintegration",
                            "reintegration",
                            "ict_entity",
                            "other",
                            "social_partners",
                            "for_women",
                            "for_administration",
                            "accommodation",
                        ],
                    )
                ),
                name="register_known",
                violation_error_message="Nie ma takiego rejestru na liście.",
            ),
        ),
    ]
