"""Every field of every model says once what it is to a person."""

from collections import Counter
from importlib import import_module

import pytest
from django.apps import apps

from accounts.privacy import Privacy

from .test_architecture import STREET

MODELS = [model for app in STREET for model in apps.get_app_config(app).get_models()]


def classified(model):
    """The names of a model's fields as its app classifies them, repeated where they are."""
    classes = import_module(f"{model._meta.app_label}.privacy").FIELDS.get(model, {})
    return Counter(name for names in classes.values() for name in names.split())


def own_fields(model):
    return {field.name for field in model._meta.get_fields() if field.concrete}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_classified_once(model):
    found = classified(model)
    assert set(found) == own_fields(model)
    assert not [name for name, times in found.items() if times > 1]


def test_what_is_of_a_special_category_has_a_class_of_its_own():
    participation = import_module("participants.privacy").FIELDS[apps.get_model("participants", "Participation")]
    assert {"disability", "minority", "homeless"} <= set(participation[Privacy.SPECIAL].split())
