"""Certificates of completion: who gets one, numbers without gaps, what the paper says."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from activities.certificates import issue
from activities.models import Certificate
from activities.templatetags.activities import in_all

from ..factories import (
    AttendanceFactory,
    CertificateFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    SessionFactory,
)
from ..indicators.paper_text import reader, text_of
from .house import text_of as words_of
from .house import to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def group(project):
    form = FormOfSupportFactory(project=project, name="kurs gastronomiczny", hour_unit="teaching")
    return GroupFactory(form_of_support=form)


def member(group, last_name, finished=True, hours=None, sex="F", **facts):
    """Somebody in the group, by default finished, with so many hours of presence."""
    names = {"person__last_name": last_name, "person__first_name": "Żaneta"}
    participation = ParticipationFactory(project=group.form_of_support.project, **names, **facts)
    enrolment = EnrolmentFactory(group=group, participation=participation, finished=finished)
    if hours:
        AttendanceFactory(session=SessionFactory(group=group, hours=hours), enrolment=enrolment)
    return enrolment


def test_a_second_certificate_of_one_number_is_refused():
    first = CertificateFactory()
    second = CertificateFactory.build(
        project=first.project, ordinal=first.ordinal, enrolment=EnrolmentFactory(finished=True)
    )
    with pytest.raises(ValidationError) as refused:
        second.validate_constraints()
    assert "Zaświadczenie o tym numerze już wystawiono." in refused.value.messages
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        second.save()
    assert failed.value.__cause__.diag.constraint_name == "certificate_number_once"


def test_numbers_follow_the_names_and_go_on_where_they_ended(page, project, group):
    zak, cma = member(group, "Żak", hours=8), member(group, "Ćma", hours="7.5")
    other = member(GroupFactory(form_of_support=FormOfSupportFactory(project=project)), "Abacka")
    issue(group=other.group, by=project.team.get().user, enrolments=[other])
    page.post(to("certificates", project, group.pk), {"people": [zak.pk, cma.pk]})
    rows = Certificate.objects.order_by("ordinal").values_list("ordinal", "enrolment", "hours")
    assert list(rows) == [(1, other.pk, 0), (2, cma.pk, Decimal("7.50")), (3, zak.pk, 8)]


def test_another_project_has_numbers_of_its_own(page, project, group):
    CertificateFactory(ordinal=40, enrolment=EnrolmentFactory(finished=True))
    page.post(to("certificates", project, group.pk), {"people": [member(group, "Żak").pk]})
    assert Certificate.objects.get(project=project).ordinal == 1


def test_who_has_a_certificate_keeps_its_number(page, project, group):
    first = member(group, "Żak")
    for _ in range(2):
        issue(group=group, by=project.team.get().user, enrolments=[first])
    assert Certificate.objects.get().ordinal == 1


def test_only_finished_people_get_one(page, project, group):
    member(group, "Gotowa")
    unfinished = member(group, "Niegotowa", finished=False)
    response = page.post(to("certificates", project, group.pk), {"people": [unfinished.pk]})
    assert response.status_code == 200
    assert "Jednej z zaznaczonych osób nie ma już na tej liście." in words_of(response)
    assert not Certificate.objects.exists()


def test_a_certificate_of_support_that_goes_on_again_is_not_printed(page, project, group):
    enrolment = member(group, "Żak")
    CertificateFactory(enrolment=enrolment)
    address = to("certificate_pdf", project, enrolment.pk)
    assert page.get(address).status_code == 200
    type(enrolment).objects.filter(pk=enrolment.pk).update(is_finished=False, ended_on=None)
    assert page.get(address).status_code == 404
    assert page.get(to("certificates_pdf", project, group.pk)).status_code == 404


def printed(page, project, enrolment):
    return text_of(page.get(to("certificate_pdf", project, enrolment.pk)).content)


def test_the_paper_says_who_finished_what_when_and_in_how_many_hours(page, project, group):
    enrolment = member(group, "Wołoszańska-Brzęczyszczykiewicz", person__sex="K")
    CertificateFactory(
        enrolment=enrolment,
        ordinal=12,
        issued_on=date(2024, 6, 3),
        starts_on=date(2024, 2, 5),
        ends_on=date(2024, 5, 31),
        hours=Decimal("120"),
    )
    text = printed(page, project, enrolment)
    for told in (
        "nr 12/2024",
        "o ukończeniu formy wsparcia",
        "Zaświadcza się, że Pani",
        "Żaneta Wołoszańska-Brzęczyszczykiewicz",
        "ukończyła kurs gastronomiczny",
        "w wymiarze 120 godzin dydaktycznych, w okresie od 05.02.2024 do 31.05.2024.",
        "w ramach projektu „Aktywni razem”",
        "Nie potwierdza kwalifikacji: nie poprzedziła go walidacja.",
    ):
        assert told in text


def test_a_man_is_addressed_as_one(page, project, group):
    enrolment = member(group, "Nowak", person__sex="M")
    CertificateFactory(enrolment=enrolment, hours=0)
    text = printed(page, project, enrolment)
    assert "że Pan Żaneta Nowak ukończył kurs" in text
    assert "w wymiarze" not in text


# obtained how many days after the start of support, validated? → the paper confirms no qualification
QUALIFICATIONS = [(10, True, False), (0, True, False), (-1, True, True), (10, False, True)]


@pytest.mark.parametrize(("days", "is_validated", "is_denied"), QUALIFICATIONS, ids=str)
def test_without_a_validation_the_paper_confirms_no_qualification(page, project, group, days, is_validated, is_denied):
    enrolment = member(group, "Żak")
    certificate = CertificateFactory(enrolment=enrolment)
    OutcomeFactory(
        participation=enrolment.participation,
        kind="qualification",
        title="kucharz",
        is_validated=is_validated,
        certificate_number="K/77/2024",
        obtained_on=date.fromordinal(certificate.starts_on.toordinal() + days),
    )
    text = printed(page, project, enrolment)
    assert ("Nie potwierdza kwalifikacji" in text) is is_denied
    assert ("kucharz" in text and "Nr K/77/2024." in text) is not is_denied


def test_a_whole_group_is_one_paper_with_a_page_each(page, project, group):
    for n in range(30):
        CertificateFactory(enrolment=member(group, f"Osoba-{n:02}"), ordinal=n + 1)
    member(group, "Niegotowa", finished=False)
    content = page.get(to("certificates_pdf", project, group.pk)).content
    pages = [leaf.extract_text() for leaf in reader(content).pages]
    assert len(pages) == 30
    assert all(f"Osoba-{n:02}" in leaf for n, leaf in enumerate(pages))
    assert "Niegotowa" not in "".join(pages)


def test_the_page_says_who_waits(page, project, group):
    assert "Nikt w tej grupie nie ukończył jeszcze wsparcia." in words_of(
        page.get(to("certificates", project, group.pk))
    )
    CertificateFactory(enrolment=member(group, "Żak"), ordinal=5)
    member(group, "Ćma")
    text = words_of(page.get(to("certificates", project, group.pk)))
    assert "2 osoby ukończyły to wsparcie. Wystawiono zaświadczeń: 1." in text
    assert "niewystawione" in text


@pytest.mark.parametrize("n", [2, 40])
def test_the_page_asks_at_most_twelve_times(page, project, group, n, django_assert_max_num_queries):
    for number in range(n):
        CertificateFactory(enrolment=member(group, "Żak"), ordinal=number + 1)
    with django_assert_max_num_queries(12):
        page.get(to("certificates", project, group.pk))


def test_printing_is_written_down(page, project, group, social_worker):
    enrolment = member(group, "Żak")
    CertificateFactory(enrolment=enrolment)
    page.get(to("certificate_pdf", project, enrolment.pk))
    assert social_worker.readings.latest("pk").act == "export"
    assert social_worker.readings.latest("pk").subject == f"zaświadczenie, wsparcie {enrolment.pk}"


EXTENTS = [
    ("1", "clock", "1 godziny zegarowej"),
    ("2", "clock", "2 godzin zegarowych"),
    ("22", "teaching", "22 godzin dydaktycznych"),
    ("7.5", "teaching", "7,5 godziny dydaktycznej"),
]


@pytest.mark.parametrize(("hours", "unit", "words"), EXTENTS, ids=str)
def test_an_extent_is_declined(hours, unit, words):
    assert in_all(Decimal(hours), unit).replace("\xa0", " ") == words
