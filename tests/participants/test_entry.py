"""Recording a person in the order of the paper: from almost nothing to complete, wrong answers, and a form sent twice."""

from datetime import date

import pytest

from accounts.models import AccessLog
from participants.models import Participation, Person
from projects.models import ProgrammingPeriod

from ..factories import ParticipationFactory, ProjectFactory, TargetGroupFactory, TeamMemberFactory
from .paper import BORN, MINIMUM, PESEL, SL2014, SMEFS, address, paper


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def page(response):
    return " ".join(response.content.decode().split())


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def project_of(period, user, **facts):
    """Another project of a programming period, in whose team the user is."""
    project = ProjectFactory(period=period, **facts)
    TeamMemberFactory(project=project, user=user, role="social_worker")
    return project


def test_a_person_of_sl2014_is_recorded_completely(worker, project):
    response = worker.post(address("add", project), paper(), follow=True)
    participation = project.participations.get()
    person = participation.person
    assert response.redirect_chain[-1][0] == address("edit", project, participation.pk)
    assert (person.last_name, person.sex, person.birth_date) == ("Źdźbłowska", "K", BORN)
    assert (participation.scope, participation.age_at_entry, participation.disability) == ("sl2014", 36, "refused")
    assert person.residence() == participation.residence()
    assert [str(premise.document) for premise in participation.premises.all()] == ["zaświadczenie OPS z 10.02.2024"]
    assert participation.is_complete
    assert "Niczego nie brakuje." in page(response)


def test_a_person_of_sm_efs_is_recorded_completely(client_of, social_worker):
    project = project_of(ProgrammingPeriod.ESF_PLUS_2021, social_worker)
    client_of(social_worker).post(address("add", project), paper(SMEFS))
    participation = project.participations.get()
    assert participation.is_complete
    assert (participation.scope, participation.education, participation.labour_status) == (
        "smefs",
        "isced_3_4",
        "unemployed",
    )


def test_the_basic_form_asks_little_and_is_complete_with_it(client_of, social_worker):
    project = project_of(ProgrammingPeriod.NATIONAL, social_worker)
    client = client_of(social_worker)
    form = client.get(address("add", project)).context["form"]
    assert not {"education", "labour_status", "disability", "citizenship"} & set(form.fields)
    client.post(
        address("add", project),
        paper(MINIMUM, last_name="Łukasik", first_name="Jan", pesel=PESEL, entered_on="14.02.2024"),
    )
    assert project.participations.get().is_complete


ASKED = [
    (
        ProgrammingPeriod.ESF_2014,
        date(2024, 1, 1),
        {"occupation", "employer", "other_disadvantage"},
        {"foreign_origin"},
    ),
    (ProgrammingPeriod.ESF_2014, date(2017, 1, 1), {"jobless_household", "single_adult_household"}, {"third_country"}),
    (ProgrammingPeriod.ESF_2014, date(2018, 8, 2), {"minority"}, {"jobless_household"}),
    (ProgrammingPeriod.ESF_PLUS_2021, date(2024, 1, 1), {"foreign_origin", "third_country"}, {"other_disadvantage"}),
]


@pytest.mark.parametrize(("period", "starts_on", "asked", "not_asked"), ASKED)
def test_each_official_form_asks_its_own_questions(client_of, social_worker, period, starts_on, asked, not_asked):
    project = project_of(period, social_worker, starts_on=starts_on)
    fields = client_of(social_worker).get(address("add", project)).context["form"].fields
    assert asked <= set(fields)
    assert not not_asked & set(fields)


@pytest.mark.parametrize(
    ("period", "education", "statuses"),
    [(ProgrammingPeriod.ESF_2014, 6, 4), (ProgrammingPeriod.ESF_PLUS_2021, 3, 3)],
)
def test_each_official_form_offers_its_own_lists(client_of, social_worker, period, education, statuses):
    fields = client_of(social_worker).get(address("add", project_of(period, social_worker))).context["form"].fields
    assert len([value for value, _label in fields["education"].choices if value]) == education
    assert len([value for value, _label in fields["labour_status"].choices if value]) == statuses


def test_refusal_is_offered_only_where_it_is_allowed(worker, project):
    form = worker.get(address("add", project)).context["form"]
    offered = {field.name: len(field.field.choices) for field in form.questions}
    assert offered == {"minority": 3, "homeless": 2, "disability": 3, "other_disadvantage": 3}


@pytest.mark.parametrize("typed", [{"last_name": "Łukasik"}, {"first_name": "Żaneta"}])
def test_a_draft_is_saved_with_a_name_alone(worker, project, typed):
    response = worker.post(address("add", project), paper(MINIMUM, **typed), follow=True)
    participation = project.participations.get()
    assert participation.state == "szkic"
    assert "Szkic zapisany" in page(response)
    assert "Nieprzekazany instytucji." in page(response)


def test_nothing_is_saved_without_any_name(worker, project):
    response = worker.post(address("add", project), paper(last_name=None, first_name=None))
    assert errors(response) == {"last_name": "Wpisz nazwisko albo imię: po czymś trzeba tę osobę odnaleźć."}
    assert not Person.objects.exists()


def test_a_form_sent_twice_makes_one_person(worker, project):
    data = paper()
    first, second = (worker.post(address("add", project), data) for _ in range(2))
    assert first.url == second.url
    assert Participation.objects.count() == Person.objects.count() == 1


def test_after_saving_one_may_go_on_with_the_next_person(worker, project):
    response = worker.post(address("add", project), paper(add_another="1"), follow=True)
    assert response.redirect_chain[-1][0] == address("add", project)
    assert "Zapisano: Źdźbłowska Małgorzata." in page(response)
    assert not response.context["form"].is_bound


WRONG = [
    ({"postcode": "41-20"}, "postcode", "Kod pocztowy ma postać 00-000, na przykład 41-200."),
    ({"entered_on": "31.12.2023"}, "entered_on", "Projekt trwa 01.01.2024–31.12.2026."),
    ({"entered_on": "30.02.2024"}, "entered_on", "To nie jest data."),
    ({"labour_detail": "not_in_education"}, "labour_detail", "„W tym” nie pasuje do statusu"),
    ({"email": "anna(at)poczta"}, "email", "To nie jest adres e-mail."),
    ({"email": "łukasz@poczta.pl"}, "email", "To nie jest adres e-mail."),
    ({"phone": "zapytać"}, "phone", "Wpisz numer telefonu cyframi"),
    ({"homeless": "refused"}, "homeless", "refused"),
    ({"is_surroundings": "on", "main_person": "Nikt"}, "main_person", "Nie ma takiej osoby w tym projekcie."),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), WRONG, ids=lambda value: str(value))
def test_a_wrong_answer_is_told_beside_its_field_and_what_was_typed_stays(worker, project, typed, field, sentence):
    response = worker.post(address("add", project), paper(**typed))
    assert sentence in errors(response)[field]
    assert "Nie zapisano. Wpisane dane są nadal w formularzu." in page(response)
    assert f'href="#id_{field}"' in page(response)
    assert response.context["form"][field].value() == typed[field]
    assert not Person.objects.exists()


@pytest.mark.parametrize("typed", ["41200", "41 200", "41-200"])
def test_a_postcode_is_understood_as_people_write_it(worker, project, typed):
    worker.post(address("add", project), paper(postcode=typed))
    assert project.participations.get().postcode == "41-200"


def test_what_the_page_hides_is_forgotten(worker, project):
    hidden = {"employer": "Huta", "occupation": "farmer", "institution": "OPS", "disability_degree": "severe"}
    worker.post(address("add", project), paper(**hidden))
    participation = project.participations.get()
    assert [getattr(participation, name) for name in hidden] == ["", "", "", ""]


def test_a_person_without_pesel_has_another_identifier_and_types_sex_and_birth_date(worker, project):
    typed = {"identifier_kind": "passport", "other_identifier": "FE 123456", "sex": "M", "birth_date": "02.03.1990"}
    worker.post(address("add", project), paper(pesel=None, no_pesel="on", **typed))
    participation = project.participations.get()
    assert participation.is_complete
    assert (participation.person.identifier_kind, participation.sex, participation.age_at_entry) == (
        "passport",
        "M",
        33,
    )


def test_somebody_from_the_surroundings_is_tied_to_the_main_person(worker, project):
    main = ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")
    worker.post(address("add", project), paper(is_surroundings="on", main_person="lukasik zaneta"))
    participation = project.participations.exclude(pk=main.pk).get()
    assert participation.main_participation == main


def test_two_people_of_the_name_are_told_apart_by_pesel(worker, project):
    twins = [ParticipationFactory(project=project, person__last_name="Nowak", person__first_name="Ewa") for _ in "ab"]
    response = worker.post(address("add", project), paper(is_surroundings="on", main_person="Nowak Ewa"))
    assert "Pasuje kilka osób." in errors(response)["main_person"]
    worker.post(address("add", project), paper(is_surroundings="on", main_person=twins[1].person.pesel))
    assert project.participations.exclude(main_participation=None).get().main_participation == twins[1]


def test_a_group_of_the_surroundings_makes_its_members_surroundings(worker, project):
    group = TargetGroupFactory(project=project, name="otoczenie", is_surroundings=True)
    worker.post(address("add", project), paper(target_group=group.pk))
    assert project.participations.get().is_surroundings


def test_a_group_of_another_project_is_refused(worker, project):
    TargetGroupFactory(project=project)
    response = worker.post(address("add", project), paper(target_group=TargetGroupFactory().pk))
    assert "target_group" in errors(response)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"entered_on": "14.03.2024", "pesel": "", "no_pesel": "on", "birth_date": "01.01.2012"},
            "przed 15. rokiem życia",
        ),
        ({"third_country": "yes"}, "nie ma zwykle obywatelstwa polskiego"),
    ],
    ids=["child at work", "Polish third-country national"],
)
def test_an_unlikely_answer_is_saved_and_pointed_at(client_of, social_worker, typed, sentence):
    project = project_of(ProgrammingPeriod.ESF_PLUS_2021, social_worker)
    response = client_of(social_worker).post(address("add", project), paper(SMEFS, **typed), follow=True)
    assert project.participations.count() == 1
    assert sentence in page(response)


LONG_TERM = [
    ("14.02.2024", "14.03.2000", "W dniu przystąpienia 23 lata, czyli poniżej 25 lat", "ponad 6 miesięcy"),
    ("14.02.2024", "14.02.1999", "W dniu przystąpienia 25 lat:", "ponad 12 miesięcy"),
    ("", "14.03.2000", "poniżej 25 lat bez pracy nieprzerwanie ponad 6 miesięcy", "w innym wieku ponad 12 miesięcy"),
]


@pytest.mark.parametrize(("entered_on", "born", "at_age", "months"), LONG_TERM)
def test_the_rule_of_long_term_unemployment_is_told_for_her_age_while_one_types(
    worker, project, entered_on, born, at_age, months
):
    typed = {"pesel": None, "no_pesel": "on", "other_identifier": "A 1", "sex": "K", "birth_date": born}
    response = worker.post(address("missing", project), paper(**typed, entered_on=entered_on))
    told = page(response).replace("\xa0", " ").split('id="long-term"')[1]
    assert at_age in told
    assert months in told


def test_the_notice_after_saving_leads_to_the_person(worker, project):
    response = worker.post(address("add", project), paper(add_another="1"), follow=True)
    card = address("detail", project, project.participations.get().pk)
    assert f'<a href="{card}">Otwórz kartę osoby</a>' in page(response)


def test_the_range_of_support_is_asked_by_sm_efs_and_offered_again(client_of, social_worker):
    project = project_of(ProgrammingPeriod.ESF_PLUS_2021, social_worker)
    client = client_of(social_worker)
    client.post(address("add", project), paper(SMEFS, support_range="aktywizacja społeczna"))
    assert project.participations.get().support_range == "aktywizacja społeczna"
    form = client.get(address("add", project)).context["form"]
    assert dict(form.places)["support_range"] == ["aktywizacja społeczna"]


def test_an_end_of_education_on_record_stays_in_sight(worker, project):
    participation = ParticipationFactory(project=project, education_ends_on=date(2025, 6, 30))
    text = page(worker.get(address("edit", project, participation.pk)))
    assert 'id="div_id_education_ends_on" class="f c8"' in text


def test_a_correction_is_saved_and_the_page_stays(worker, project):
    participation = ParticipationFactory(project=project, draft=True)
    url = address("edit", project, participation.pk)
    data = paper(SL2014, pesel=participation.person.pesel, education="isced_2", last_name="Łukasik")
    response = worker.post(url, data, follow=True)
    participation.refresh_from_db()
    assert response.redirect_chain[-1][0] == url
    assert (participation.education, participation.person.last_name) == ("isced_2", "Łukasik")
    assert participation.is_complete


def test_a_correction_that_would_put_entry_after_leaving_is_refused(worker, project):
    participation = ParticipationFactory(project=project, left=True)
    url = address("edit", project, participation.pk)
    response = worker.post(url, paper(pesel=participation.person.pesel, entered_on="01.12.2025"))
    assert "Zakończenie udziału jest wcześniejsze niż rozpoczęcie." in errors(response)["entered_on"]


def test_a_premise_taken_away_is_gone_and_a_changed_document_is_changed(worker, project):
    participation = ParticipationFactory(project=project)
    for kind in ("poverty", "unemployment"):
        participation.premises.create(kind=kind, document="stary")
    data = paper(pesel=participation.person.pesel, document_unemployment="nowy", premise_crisis="on")
    worker.post(address("edit", project, participation.pk), data)
    found = dict(participation.premises.values_list("kind", "document"))
    assert found == {"unemployment": "nowy", "crisis": ""}


def test_data_that_the_institution_has_wait_again_once_they_change(worker, project):
    participation = ParticipationFactory(project=project, reported_on=date(2024, 6, 1))
    url = address("edit", project, participation.pk)
    assert "Przekazany instytucji 01.06.2024." in page(worker.get(url))
    worker.post(url, paper(pesel=participation.person.pesel))
    participation.refresh_from_db()
    assert participation.state == "kompletny"


def test_saving_without_a_change_leaves_data_passed_on(worker, project):
    worker.post(address("add", project), paper())
    participation = project.participations.get()
    Participation.objects.filter(pk=participation.pk).update(reported_on=date(2024, 6, 1))
    worker.post(address("edit", project, participation.pk), paper())
    participation.refresh_from_db()
    assert participation.state == "przekazany"


def test_a_participation_of_another_project_is_not_found(worker, project):
    elsewhere = ParticipationFactory()
    for name in ("detail", "edit", "leave", "reopen", "contact", "outcome_add"):
        assert worker.get(address(name, project, elsewhere.pk)).status_code == 404


def test_opening_and_saving_are_written_down_without_names(worker, project, social_worker):
    participation = ParticipationFactory(project=project)
    url = address("edit", project, participation.pk)
    worker.get(url)
    worker.post(url, paper(pesel=participation.person.pesel))
    log = AccessLog.objects.filter(user=social_worker).order_by("pk").values_list("act", "project_slug", "subject")
    assert list(log) == [
        ("view", project.slug, participation.reference),
        ("edit", project.slug, participation.reference),
    ]


def test_the_form_has_at_most_fifteen_queries(worker, project, django_assert_max_num_queries):
    participation = ParticipationFactory(project=project)
    with django_assert_max_num_queries(15):
        worker.get(address("edit", project, participation.pk))
