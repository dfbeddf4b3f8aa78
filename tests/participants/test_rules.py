"""Every rule of the tables of people and participations, broken once: its Polish sentence, and the database itself."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from participants.models import (
    Document,
    Institution,
    Merge,
    MinimumWage,
    NotTheSame,
    Outcome,
    Participation,
    Person,
    Premise,
)
from projects.forms.base import OUTSIDE_PERIOD, sentence_for

from ..factories import (
    ContactFactory,
    DocumentFactory,
    InstitutionFactory,
    MergeFactory,
    NotTheSameFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    make_pesel,
)

ENTERED = date(2024, 2, 5)
BORN = date(1985, 5, 17)
WRONG_DIGIT = make_pesel(BORN, "K")[:10] + str((int(make_pesel(BORN, "K")[10]) + 1) % 10)

LEAVER = partial(ParticipationFactory, left=True)

# rule, what is changed, in what, the sentence it answers with
TABLE = [
    ("person_pesel_valid", {"pesel": WRONG_DIGIT}, PersonFactory, "Cyfra kontrolna się nie zgadza."),
    ("person_pesel_agrees", {"sex": "M"}, PersonFactory, "Płeć lub data urodzenia nie zgadza się z numerem PESEL."),
    (
        "person_one_identifier",
        {"other_identifier": "ZS 1"},
        PersonFactory,
        "Podaj PESEL albo zaznacz, że osoba go nie ma",
    ),
    ("person_sex_known", {"pesel": "", "sex": "X"}, PersonFactory, "Płeć: kobieta albo mężczyzna."),
    ("person_born_after_1880", {"pesel": "", "birth_date": date(1879, 1, 1)}, PersonFactory, "sprzed 1880 roku"),
    ("person_postcode_form", {"postcode": "41200"}, PersonFactory, "Kod pocztowy ma postać 00-000"),
    ("person_degurba_exists", {"degurba": 4}, PersonFactory, "ma wartość 1, 2 albo 3."),
    ("participation_postcode_form", {"postcode": "41-20"}, ParticipationFactory, "Kod pocztowy ma postać 00-000"),
    ("participation_degurba_exists", {"degurba": 9}, ParticipationFactory, "ma wartość 1, 2 albo 3."),
    (
        "participation_leaves_after_entering",
        {"left_on": ENTERED - timedelta(days=1), "exit_reason": "completed"},
        ParticipationFactory,
        "Zakończenie udziału jest wcześniejsze niż rozpoczęcie.",
    ),
    (
        "participation_leaves_only_if_entered",
        {"entered_on": None, "left_on": date(2024, 6, 1), "exit_reason": "completed"},
        ParticipationFactory,
        "Zanim udział się zakończy, musi mieć datę rozpoczęcia.",
    ),
    ("participation_exit_has_reason", {"left_on": date(2024, 6, 1)}, ParticipationFactory, "idą razem"),
    ("participation_situation_after_exit", {"situations": ["job"]}, ParticipationFactory, "dopiero po zakończeniu"),
    (
        "participation_entry_not_in_future",
        {"entered_on": timezone.localdate() + timedelta(days=2)},
        partial(ParticipationFactory, project__ends_on=date(2099, 12, 31)),
        "Data rozpoczęcia udziału jest w przyszłości.",
    ),
    (
        "participation_business_after_entry",
        {"business_started_on": date(2023, 1, 1)},
        ParticipationFactory,
        "Działalność założono przed rozpoczęciem udziału.",
    ),
    (
        "participation_detail_fits_status",
        {"labour_status": "inactive", "labour_detail": "long_term"},
        ParticipationFactory,
        "„W tym” nie pasuje do statusu",
    ),
    ("participation_work_only_if_employed", {"employer": "Huta"}, ParticipationFactory, "tylko dla osoby pracującej"),
    ("participation_homeless_no_refusal", {"homeless": "refused"}, ParticipationFactory, "odmowa nie jest tu możliwa"),
    (
        "participation_household_no_refusal",
        {"jobless_household": "refused"},
        ParticipationFactory,
        "Na pytania o gospodarstwo domowe",
    ),
    (
        "participation_children_within_jobless",
        {"household_children": "yes"},
        ParticipationFactory,
        "tylko gospodarstwa bez osób pracujących",
    ),
    ("participation_origin_no_refusal", {"foreign_origin": "refused"}, ParticipationFactory, "o obce pochodzenie"),
    ("participation_third_country_no_refusal", {"third_country": "refused"}, ParticipationFactory, "o państwo trzecie"),
    (
        "participation_degree_only_if_disabled",
        {"disability": "no", "disability_degree": "severe"},
        ParticipationFactory,
        "tylko, gdy osoba ma niepełnosprawność",
    ),
    (
        "participation_disability_kind_only_if_disabled",
        {"disability": "no", "disability_kind": "multiple"},
        ParticipationFactory,
        "tylko, gdy osoba ma niepełnosprawność",
    ),
    (
        "participation_since_only_if_unemployed",
        {"labour_status": "inactive", "labour_detail": "", "unemployed_since": date(2023, 1, 1)},
        ParticipationFactory,
        "tylko dla osoby bezrobotnej",
    ),
    (
        "participation_institution_only_for_employee",
        {"institution": "OPS"},
        ParticipationFactory,
        "tylko dla jej pracownika",
    ),
    (
        "participation_delegated_only_employee",
        {"delegated_by_id": 1},
        ParticipationFactory,
        "deleguje tylko swojego pracownika",
    ),
    ("institution_postcode_form", {"postcode": "41200"}, InstitutionFactory, "Kod pocztowy ma postać 00-000"),
    ("institution_degurba_exists", {"degurba": 4}, InstitutionFactory, "ma wartość 1, 2 albo 3."),
    ("institution_nip_digits", {"nip": "123-456-32"}, InstitutionFactory, "NIP ma dziesięć cyfr."),
    ("institution_nip_or_none", {"has_no_nip": True}, InstitutionFactory, "Podaj NIP albo zaznacz"),
    ("institution_kind_known", {"kind": "church"}, InstitutionFactory, "Nie ma takiego typu instytucji na liście."),
    (
        "institution_delegates_yes_or_no",
        {"delegates_employees": "refused"},
        InstitutionFactory,
        "odpowiada się tak albo nie.",
    ),
    (
        "institution_leaves_after_entering",
        {"entered_on": date(2024, 3, 1), "left_on": date(2024, 2, 1)},
        InstitutionFactory,
        "Zakończenie udziału instytucji jest wcześniejsze niż rozpoczęcie.",
    ),
    ("document_kind_known", {"kind": "magic"}, DocumentFactory, "Nie ma takiego rodzaju dokumentu na liście."),
    ("document_content_known", {"content_type": "text/html"}, DocumentFactory, "Plik musi być dokumentem PDF albo"),
    ("document_not_empty", {"size": 0}, DocumentFactory, "Plik jest pusty."),
    ("premise_known", {"kind": "magic"}, PremiseFactory, "Nie ma takiej przesłanki na liście."),
    ("outcome_known", {"kind": "magic"}, OutcomeFactory, "Nie ma takiego rezultatu na liście."),
    ("outcome_contract_only_for_job", {"contract_months": 3}, OutcomeFactory, "Dane umowy podaje się tylko dla pracy."),
    ("outcome_validated_only_for_qualification", {"is_validated": True}, OutcomeFactory, "Walidacja dotyczy tylko"),
    ("outcome_sign_only_for_progress", {"progress_sign": "health"}, OutcomeFactory, "tylko dla postępu społecznego"),
    (
        "outcome_working_time_up_to_full",
        {"kind": "employment", "working_time": 2},
        OutcomeFactory,
        "Wymiar etatu jest większy od 0 i nie większy niż 1.",
    ),
    (
        "outcome_amounts_not_negative",
        {"kind": "employment", "contract_value": -1},
        OutcomeFactory,
        "nie mogą być ujemne",
    ),
    (
        "outcome_own_money_only_for_business",
        {"kind": "employment", "is_project_funded": True},
        OutcomeFactory,
        "tylko własnej działalności",
    ),
    (
        "outcome_grant_only_from_project",
        {"kind": "employment", "contract_kind": "business", "grant_amount": 23000},
        OutcomeFactory,
        "działalności założonej za środki projektu",
    ),
    (
        "outcome_pkd_form",
        {"kind": "employment", "contract_kind": "business", "pkd": "9602Z"},
        OutcomeFactory,
        "w postaci 96.02.Z",
    ),
    (
        "outcome_certificate_only_for_qualification",
        {"kind": "education", "certificate_number": "7/2024"},
        OutcomeFactory,
        "dla kwalifikacji albo kompetencji",
    ),
    ("outcome_school_only_for_education", {"is_school_form": True}, OutcomeFactory, "tylko podjęcia nauki"),
    ("outcome_registered_only_if_seeking", {"is_registered": True}, OutcomeFactory, "tylko poszukiwania pracy"),
    ("participation_path_only_after_exit", {"by_path": True}, ParticipationFactory, "dopiero po zakończeniu"),
    ("participation_path_overruled_with_reason", {"by_path": False}, LEAVER, "Napisz dlaczego."),
    (
        "participation_two_situations",
        {"situations": ["job", "qualification", "education"]},
        LEAVER,
        "miejsce na dwie sytuacje",
    ),
    ("call_channel_known", {"channel": "gołąb"}, ContactFactory, "Nie ma takiego sposobu kontaktu na liście."),
    ("call_result_known", {"result": "magia"}, ContactFactory, "Nie ma takiego wyniku na liście."),
    ("call_next_after_this", {"next_on": date(2024, 1, 1)}, ContactFactory, "wcześniejsza niż ta"),
    (
        "call_closed_without_next",
        {"result": "refused", "next_on": date(2099, 1, 1)},
        ContactFactory,
        "nie ma następnej próby",
    ),
    ("call_closed_with_reason", {"result": "closed"}, ContactFactory, "Napisz, dlaczego sprawa jest zamknięta."),
    ("call_handed_over_in_team", {"result": "handed_over"}, ContactFactory, "kontakt jest inny"),
]


def broken_by(act):
    """The name of the rule by which the database refused."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        act()
    return refused.value.__cause__.diag.constraint_name


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "facts", "factory", "sentence"), TABLE, ids=[row[0] for row in TABLE])
def test_a_broken_rule_answers_in_polish_and_the_database_refuses(rule, facts, factory, sentence):
    row = factory()
    model = type(row)
    for name, value in facts.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError) as told:
        row.validate_constraints()
    assert sentence in " ".join(told.value.messages)
    assert broken_by(lambda: model.objects.filter(pk=row.pk).update(**facts)) == rule


@pytest.mark.django_db
def test_a_pesel_belongs_to_one_person():
    person = PersonFactory()
    twin = Person(pesel=person.pesel, sex="K", birth_date=person.birth_date)
    with pytest.raises(ValidationError, match="jest już zapisana"):
        twin.validate_constraints()
    assert broken_by(twin.save) == "person_pesel_once"


@pytest.mark.django_db
def test_a_person_is_once_in_a_project():
    first = ParticipationFactory()
    second = Participation(project=first.project, person=first.person, scope=first.scope)
    with pytest.raises(ValidationError, match="już jest w tym projekcie"):
        second.validate_constraints()
    assert broken_by(second.save) == "participation_once_a_project"


@pytest.mark.django_db
def test_nobody_is_her_own_surroundings():
    row = ParticipationFactory(surroundings=True)
    row.main_participation = row
    with pytest.raises(ValidationError, match="swoim otoczeniem"):
        row.validate_constraints()
    rows = Participation.objects.filter(pk=row.pk)
    assert broken_by(lambda: rows.update(main_participation=row)) == "participation_not_its_own_surroundings"


@pytest.mark.django_db
def test_only_somebody_from_the_surroundings_has_a_main_person():
    main = ParticipationFactory()
    row = ParticipationFactory(project=main.project)
    row.main_participation = main
    with pytest.raises(ValidationError, match="tylko dla osoby z otoczenia"):
        row.validate_constraints()
    rows = Participation.objects.filter(pk=row.pk)
    assert broken_by(lambda: rows.update(main_participation=main)) == "participation_main_person_of_surroundings"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("same", "rule", "sentence"),
    [
        ("name", "institution_once", "o tej nazwie już jest"),
        ("nip", "institution_nip_once", "o tym numerze NIP już jest"),
    ],
)
def test_an_institution_is_once_in_a_project(same, rule, sentence):
    first = InstitutionFactory()
    second = InstitutionFactory.build(project=first.project, **{same: getattr(first, same)})
    with pytest.raises(ValidationError, match=sentence):
        second.validate_constraints()
    assert broken_by(second.save) == rule


@pytest.mark.django_db
def test_a_premise_is_recorded_once():
    premise = PremiseFactory()
    again = Premise(participation=premise.participation, kind=premise.kind)
    with pytest.raises(ValidationError, match="już jest zapisana"):
        again.validate_constraints()
    assert broken_by(again.save) == "premise_once"


@pytest.mark.django_db
def test_a_file_is_once_among_the_documents_of_a_person():
    document = DocumentFactory()
    again = Document(participation=document.participation, project=document.project, sha256=document.sha256, size=1)
    with pytest.raises(ValidationError, match="Ten plik już jest wśród dokumentów tej osoby"):
        again.validate_constraints()
    again.content_type = document.content_type
    assert broken_by(again.save) == "document_once"


@pytest.mark.django_db
def test_nobody_is_merged_with_herself():
    trace = MergeFactory()
    trace.gone = trace.kept_id
    with pytest.raises(ValidationError, match="Nie można połączyć osoby z nią samą"):
        trace.validate_constraints()
    assert broken_by(lambda: Merge.objects.update(gone=trace.kept_id)) == "merge_of_two"


@pytest.mark.django_db
def test_two_people_are_told_apart_once_and_in_one_order():
    row = NotTheSameFactory()
    again = NotTheSame(first=row.first, second=row.second)
    with pytest.raises(ValidationError, match="już zapisano, że są różne"):
        again.validate_constraints()
    assert broken_by(again.save) == "not_the_same_once"
    turned = NotTheSame(first=row.second, second=row.first)
    with pytest.raises(ValidationError, match="Pierwsza osoba ma mniejszy numer"):
        turned.validate_constraints()
    assert broken_by(turned.save) == "not_the_same_ordered"


@pytest.mark.django_db
def test_the_minimum_wage_is_more_than_nothing():
    wage = MinimumWage(valid_from=date(2030, 1, 1), amount=0)
    with pytest.raises(ValidationError, match="większa od zera"):
        wage.validate_constraints()
    assert broken_by(wage.save) == "minimum_wage_positive"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "facts",
    [{"entered_on": date(2023, 12, 31)}, {"left_on": date(2027, 1, 1), "exit_reason": "completed"}],
    ids=["entry", "leaving"],
)
def test_a_date_outside_the_project_is_refused_by_the_database_and_told_in_polish(facts):
    row = ParticipationFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Participation.objects.filter(pk=row.pk).update(**facts)
    assert refused.value.__cause__.diag.constraint_name == "participation_within_project"
    assert sentence_for(refused.value, Participation) == OUTSIDE_PERIOD


@pytest.mark.django_db
def test_the_table_names_every_check_of_this_room():
    named = {row[0] for row in TABLE}
    checks = {
        rule.name
        for model in (Document, Institution, Person, Participation, Premise, Outcome)
        for rule in model._meta.constraints
        if rule.__class__.__name__ == "CheckConstraint"
    }
    assert checks - named == {"participation_not_its_own_surroundings", "participation_main_person_of_surroundings"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'c'")
        assert checks <= {name for (name,) in cursor.fetchall()}
