"""The same rows brought in by django-import-export, the usual library: a resource for participations, row by row.

It is spared what it could be spared: it is given our codes already, and the database's constraints alone judge a row (with
``clean_model_instances`` it takes several times as long). As its own pages do, it does a dry run before the import.
"""

import time
from dataclasses import asdict

import tablib
from import_export import fields, resources

from activities.models import Enrolment, FormOfSupport, Group
from exchange.importing.checking import rules_of
from exchange.importing.following import OUTCOME_OF
from exchange.layouts.smefs import parse
from participants.models import Outcome, Participation, Person


class ParticipationResource(resources.ModelResource):
    """Finds or makes the person, saves the participation, then its supports and outcomes."""

    pesel = fields.Field(column_name="pesel")

    class Meta:
        model = Participation
        import_id_fields = ["project", "person"]
        skip_unchanged = True
        use_transactions = True
        exclude = [
            "id",
            "age_at_entry",
            "is_complete",
            "target_group",
            "main_participation",
            "delegated_by",
            "caretaker",
        ]

    def __init__(self, project, told):
        super().__init__()
        self.project, self.told = project, told

    def before_import_row(self, row, **kwargs):
        read = self.told[row["pesel"]]
        facts = {name: value for name, value in read.person.items() if name != "technical_id"}
        address = {
            name: read.facts[name] for name in ("voivodeship", "county", "commune", "place", "postcode", "degurba")
        }
        person = Person.objects.filter(pesel=row["pesel"]).first() or Person()
        for name, value in {**facts, **address}.items():
            setattr(person, name, value)
        person.save()
        row["person"], row["project"] = person.pk, self.project.pk

    def import_instance(self, instance, row, **kwargs):
        instance.project, instance.person_id, instance.scope = self.project, row["person"], "smefs"
        for name, value in self.told[row["pesel"]].facts.items():
            setattr(instance, name, value)

    def after_save_instance(self, instance, row, **kwargs):
        read = self.told[row["pesel"]]
        for kind, detail, day in read.supports:
            form, _ = FormOfSupport.objects.get_or_create(
                project=self.project, kind=kind, detail=detail, defaults={"name": kind + detail}
            )
            group, _ = Group.objects.get_or_create(form_of_support=form, name="biblioteka")
            Enrolment.objects.get_or_create(group=group, participation=instance, defaults={"started_on": day})
        for situation in read.facts.get("situations", []):
            if situation in OUTCOME_OF:
                told = {
                    "obtained_on": instance.left_on,
                    "evidence": "plik",
                    "is_validated": situation == "qualification",
                }
                Outcome.objects.get_or_create(participation=instance, kind=OUTCOME_OF[situation], defaults=told)


def in_library(project, rows):
    """Seconds for a dry run and an import of these rows."""
    rules = rules_of(project)
    parsed = [parse(cells, rules) for cells in rows]
    told = {read.person["pesel"]: read for read in parsed}
    data = tablib.Dataset(*[[pesel, "", ""] for pesel in told], headers=["pesel", "person", "project"])
    resource = ParticipationResource(project, told)
    began = time.perf_counter()
    for is_dry in (True, False):
        result = resource.import_data(data, dry_run=is_dry)
        assert not result.has_errors(), [error.error for _, errors in result.row_errors() for error in errors][:1]
        assert not result.has_validation_errors(), [asdict(row) for row in result.invalid_rows][:1]
    assert project.participations.count() == len(rows)
    return time.perf_counter() - began
