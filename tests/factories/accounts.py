"""People who sign in."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import User

PASSWORD = "rower-chmura-parasol-7"


class UserFactory(DjangoModelFactory):
    """A person who can sign in with ``PASSWORD``, and works in no project."""

    class Meta:
        model = User

    first_name = "Jolanta"
    last_name = factory.Sequence(lambda n: f"Przykładowska-{n}")
    email = factory.Sequence(lambda n: f"jolanta.{n}@example.org")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(*args, **kwargs)
