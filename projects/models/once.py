"""A form posted twice makes one row: the form carries a number of its own and the row keeps it."""

import uuid

from django.db import models


class CreatedOnce(models.Model):
    """A row made by a form; ``submission`` is the number of that form, so that a second post of it finds the first row."""

    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
