"""Files of the authority that somebody brought: an import that was checked, a comparison."""

import factory
from factory.django import DjangoModelFactory

from bench.smefs import row
from exchange.models import Act, Comparison, ComparisonRow, Finding, ImportRow, ImportRun, State

from .projects import ProjectFactory


class ImportRunFactory(DjangoModelFactory):
    """A checked file of one row with an error."""

    class Meta:
        model = ImportRun
        skip_postgeneration_save = True

    project = factory.SubFactory(ProjectFactory)
    file_name = "uczestnicy.csv"
    sha256 = "0" * 64
    kind = "csv"
    state = State.CHECKED
    total = checked = rejected = 1

    @factory.post_generation
    def rows(run, create, given, **kwargs):
        wrong = {
            "column": 18,
            "name": "Kod pocztowy",
            "message": "Kod pocztowy ma postać 00-000.",
            "suggestion": "41-200",
        }
        ImportRow.objects.create(run=run, number=2, cells=row(0), act=Act.REJECTED, errors=[wrong])


class ComparisonFactory(DjangoModelFactory):
    """A file of the authority with one person whom we do not have."""

    class Meta:
        model = Comparison
        skip_postgeneration_save = True

    project = factory.SubFactory(ProjectFactory)
    file_name = "eksport.csv"

    @factory.post_generation
    def rows(comparison, create, given, **kwargs):
        ComparisonRow.objects.create(comparison=comparison, number=2, cells=row(0), finding=Finding.THEIRS)
