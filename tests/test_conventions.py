"""Conventions that hold for every model, form and constraint of the house; a new one is asked by itself."""

import inspect
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.management import call_command
from django.db import models
from django.db.models.constraints import BaseConstraint

from .test_architecture import STREET

OWN_MODELS = [model for app in STREET for model in apps.get_app_config(app).get_models()]
CONSTRAINTS = [(model, constraint) for model in OWN_MODELS for constraint in model._meta.constraints]
# Django's own fields of a user, with Django's own labels.
INHERITED = {field.name for field in AbstractUser._meta.get_fields()}
TRIGGER_RULE = re.compile(r"CONSTRAINT = '(\w+)'")


def own_forms():
    """Every form class written in the house."""
    for app in STREET:
        package = import_module(app)
        for module in walk_packages(package.__path__, f"{app}."):
            if ".migrations" not in module.name and ".management" not in module.name:
                members = inspect.getmembers(import_module(module.name), inspect.isclass)
                yield from (
                    form for _, form in members if issubclass(form, forms.BaseForm) and form.__module__ == module.name
                )


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model.__name__)
def test_a_model_has_a_name_in_the_singular_and_plural_and_says_what_it_is(model):
    assert {"verbose_name", "verbose_name_plural"} <= set(model._meta.original_attrs)
    assert model.__str__ is not models.Model.__str__


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model.__name__)
def test_what_people_fill_in_has_a_label_in_lower_case(model):
    own = model._meta.fields
    labels = {f.name: str(f.verbose_name) for f in own if f.editable and f.name not in INHERITED and not f.primary_key}
    assert not [name for name, label in labels.items() if label == name.replace("_", " ")]
    assert not [label for label in labels.values() if re.match(r"[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]", label)]


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS, ids=lambda value: getattr(value, "name", ""))
def test_a_constraint_answers_with_a_sentence_of_its_own(model, constraint):
    sentence = str(constraint.violation_error_message)
    assert sentence != str(BaseConstraint.default_violation_error_message)
    assert sentence.endswith(".")
    assert "!" not in sentence
    assert re.match(r"[A-ZŁŚŻŹĆ„]", sentence)


def test_every_constraint_has_a_test_that_breaks_it():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(settings.BASE_DIR, "tests").rglob("*.py"))
    triggers = [
        path.read_text(encoding="utf-8")
        for app in STREET
        for path in Path(settings.BASE_DIR, app).rglob("migrations/*.py")
    ]
    names = {constraint.name for _, constraint in CONSTRAINTS} | set(TRIGGER_RULE.findall("".join(triggers)))
    assert not sorted(name for name in names if not re.search(rf"\b{name}\b", tests))


def fields_of(form):
    """The fields of a form as it is shown, or as it is declared where it needs to know its project first."""
    try:
        return form().fields
    except (TypeError, ValueError):
        return form.base_fields


@pytest.mark.django_db
def test_every_field_of_every_form_has_a_label():
    asked = [(form, name, field) for form in own_forms() for name, field in fields_of(form).items()]
    assert len(asked) > 100
    assert not [(form.__name__, name) for form, name, field in asked if not field.label and not field.widget.is_hidden]


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
