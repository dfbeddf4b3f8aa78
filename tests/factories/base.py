"""What factories share: rows are read back, because the database completes them."""

from factory.django import DjangoModelFactory


def read_back(row):
    """Reads again what triggers and generated columns keep; objects already fetched along the row stay in hand."""
    row.refresh_from_db(fields=[field.name for field in row._meta.concrete_fields if not field.is_relation])
    return row


class KeptByTheDatabase(DjangoModelFactory):
    """Makes rows that the database completes."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return read_back(super()._create(model_class, *args, **kwargs))


class OfParticipation(DjangoModelFactory):
    """Makes children of a participation, and reads back what they change in it."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        row = super()._create(model_class, *args, **kwargs)
        read_back(row.participation)
        return row
