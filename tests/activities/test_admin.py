"""Activities in Django's admin: every table opens, in Polish, and attendance is only read there."""

import pytest
from django.apps import apps
from django.urls import reverse

from ..factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    AttendanceFactory,
    CertificateFactory,
    HeadcountEventFactory,
    InstitutionSupportFactory,
    InternshipMonthFactory,
    PlannedSupportFactory,
    SeriesFactory,
)

ONE_OF_EACH = [
    AttendanceFactory,
    HeadcountEventFactory,
    PlannedSupportFactory,
    SeriesFactory,
    InternshipMonthFactory,
    CertificateFactory,
    AllowanceFactory,
    AllowanceRateFactory,
    InstitutionSupportFactory,
]
MODELS = [model.__name__.lower() for model in apps.get_app_config("activities").get_models()]


@pytest.mark.parametrize("model", MODELS)
def test_a_table_opens_and_can_be_searched(client_of, operator, model):
    for make in ONE_OF_EACH:
        make()
    response = client_of(operator).get(reverse(f"admin:activities_{model}_changelist"), {"q": "kowalska"})
    assert response.status_code == 200
    assert "Szukaj" in response.content.decode()


@pytest.mark.parametrize("model", sorted(set(MODELS) - {"attendance"}))
def test_a_row_opens_to_be_changed(client_of, operator, model):
    for make in ONE_OF_EACH:
        make()
    row = apps.get_model("activities", model).objects.order_by("pk").first()
    response = client_of(operator).get(reverse(f"admin:activities_{model}_change", args=[row.pk]))
    assert response.status_code == 200
    assert "Zapisz" in response.content.decode()


def test_attendance_is_not_written_past_its_rules(client_of, operator):
    mark = AttendanceFactory()
    client = client_of(operator)
    assert client.get(reverse("admin:activities_attendance_add")).status_code == 403
    address = reverse("admin:activities_attendance_change", args=[mark.pk])
    assert client.post(address, {"status": "absent"}).status_code == 403
