"""The strictness of the tests is itself true: it would notice."""

import pytest
from django.conf import settings
from django.template import Origin, Template, engines
from django.template.context import Context

from projects.models import TargetGroup

from .factories import ProjectFactory, TargetGroupFactory
from .strictness import UndefinedVariable


def rendered(source, path, **context):
    template = Template(source, origin=Origin(str(path)), engine=engines["django"].engine)
    return template.render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ missing }}",
        "{{ person.missing }}",
        "{{ missing|default:'x' }}",
        "{% load i18n %}{% blocktranslate %}{{ missing }}{% endblocktranslate %}",
        "{% with x=missing %}{% endwith %}",
        "{% for x in 'ab' %}{{ missing|upper }}{% endfor %}",
    ],
)
def test_an_undefined_variable_in_our_template_fails(source):
    with pytest.raises(UndefinedVariable, match="missing"):
        rendered(source, settings.BASE_DIR / "templates" / "some.html", person={})


@pytest.mark.parametrize(
    "source", ["{% if missing %}x{% endif %}", "{% for x in missing %}x{% endfor %}", "{{ none }}"]
)
def test_asking_whether_a_variable_is_there_is_allowed(source):
    assert rendered(source, settings.BASE_DIR / "templates" / "some.html", none="") == ""


@pytest.mark.parametrize("source", ["{{ missing }}x", "{{ missing|default:'x' }}", "{% firstof missing 'x' %}"])
def test_templates_of_packages_may_name_what_is_not_there(source):
    assert rendered(source, "/usr/lib/python3/django/contrib/admin/some.html") == "x"


@pytest.mark.django_db
def test_rows_without_an_order_come_back_reversed():
    project = ProjectFactory()
    made = [TargetGroupFactory(project=project).pk for _ in range(3)]
    assert list(TargetGroup.objects.values_list("pk", flat=True)) == made
    assert list(TargetGroup.objects.order_by().values_list("pk", flat=True)) == made[::-1]
