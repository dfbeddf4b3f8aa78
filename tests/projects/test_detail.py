"""The page "O projekcie": what the agreement says."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from projects.models import Partner

from ..factories import (
    AwardFactory,
    CallFactory,
    FormOfSupportFactory,
    FundingLineFactory,
    OfficeFactory,
    OpeningHoursFactory,
    PartnerFactory,
    ProjectFactory,
    TargetGroupFactory,
    TeamMemberFactory,
)
from .pages import text_of


def page_of(client, project):
    return client.get(reverse("projects:detail", args=[project.slug]))


@pytest.fixture
def rich(project):
    """The project with everything that an agreement may say."""
    project.goal = "Celem jest wzrost poziomu integracji."
    project.description = "Dla mieszkańców Bytomia."
    project.call = CallFactory(programme=project.programme, number="7/2019")
    project.save()
    PartnerFactory(project=project, name="MOPR w Bytomiu", role=Partner.Role.LEAD)
    for source, amount in [("eu", "1766270.41"), ("state", "207796.52"), ("own", "103898.26")]:
        FundingLineFactory(project=project, source=source, amount=Decimal(amount))
    TargetGroupFactory(project=project, name="mieszkańcy", women=39, women_at_least=True, total=60)
    office = OfficeFactory(project=project, name="Klub Integracji Społecznej", phones="507-726-335")
    OpeningHoursFactory(office=office)
    AwardFactory(project=project, title="Najlepsza inwestycja", entered_on=date(2010, 4, 29))
    FormOfSupportFactory(project=project, name="doradztwo zawodowe")
    return project


def test_the_page_says_what_the_agreement_says(client_of, controller, rich):
    text = text_of(page_of(client_of(controller), rich))
    facts = [
        "Celem jest wzrost poziomu integracji.",
        "Dla mieszkańców Bytomia.",
        "nabór 7/2019",
        "MOPR w Bytomiu",
        "2 077 965,19 zł",
        "85,00%",
        "dofinansowanie 1 974 066,93 zł (95,00%), w tym: środki unijne 1 766 270,41 zł, budżet państwa 207 796,52 zł",
        "co najmniej</span> 39",
        "Klub Integracji Społecznej",
        'href="tel:507726335"',
        "8.00–16.00",
        "Najlepsza inwestycja",
        "zgłoszono 29.04.2010",
        "doradztwo zawodowe",
        "Konrad Krupa",
    ]
    assert [fact for fact in facts if fact not in text] == []


def test_a_bare_project_says_what_is_not_entered_yet(client_of, admin, project):
    text = text_of(page_of(client_of(admin), project))
    for sentence in ["Kwot jeszcze nie wpisano.", "Grup docelowych jeszcze nie wpisano.", "Biur jeszcze nie wpisano."]:
        assert sentence in text
    assert "Wyróżnienia" not in text
    assert "Projekty powiązane" not in text


def test_the_parent_is_named_and_linked_for_those_who_see_it(client_of, admin, project):
    project.parent = ProjectFactory(title="Parasol", slug="parasol")
    project.save()
    link = reverse("projects:detail", args=["parasol"])
    text = text_of(page_of(client_of(admin), project))
    assert "Parasol" in text
    assert link not in text
    TeamMemberFactory(project=project.parent, user=admin)
    assert link in text_of(page_of(client_of(admin), project))


def test_grants_are_shown_to_those_who_see_them(client_of, admin, project):
    TeamMemberFactory(project=ProjectFactory(title="Grant mój", parent=project), user=admin)
    ProjectFactory(title="Grant cudzy", parent=project)
    text = text_of(page_of(client_of(admin), project))
    assert "Grant mój" in text
    assert "Grant cudzy" not in text


@pytest.mark.parametrize(
    ("who", "may_edit"), [("admin", True), ("coordinator", True), ("social_worker", False), ("controller", False)]
)
def test_the_way_to_change_is_shown_to_those_who_may(client_of, project, request, who, may_edit):
    text = text_of(page_of(client_of(request.getfixturevalue(who)), project))
    assert (reverse("projects:edit", args=[project.slug]) in text) is may_edit


def test_what_people_typed_is_shown_as_text(client_of, admin, project):
    PartnerFactory(project=project, name="<script>alert(1)</script>")
    project.goal = "<b>cel</b>"
    project.save()
    text = text_of(page_of(client_of(admin), project))
    assert "<script>alert(1)" not in text
    assert "&lt;b&gt;cel&lt;/b&gt;" in text


def test_a_stranger_does_not_learn_that_the_project_exists(client_of, stranger, project):
    client = client_of(stranger)
    assert page_of(client, project).status_code == 404
    assert client.get(reverse("projects:detail", args=["nie-ma-takiego"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 40])
def test_the_number_of_queries_does_not_grow_with_the_rows(client_of, admin, rich, rows, django_assert_max_num_queries):
    for n in range(rows):
        PartnerFactory(project=rich)
        OpeningHoursFactory(office__project=rich)
        TeamMemberFactory(project=rich)
        TargetGroupFactory(project=rich, name=f"grupa {n}")
        FormOfSupportFactory(project=rich)
        TeamMemberFactory(project=ProjectFactory(parent=rich), user=admin)
    client = client_of(admin)
    with django_assert_max_num_queries(22):
        page_of(client, rich)
