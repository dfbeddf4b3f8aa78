"""Every rule of the tables of recruitment, broken once: its Polish sentence, and the database itself."""

from datetime import date
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, ProgrammingError, transaction

from recruitment.models import DecisionLog
from recruitment.vocabulary import Decision

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    CriterionFactory,
    DecisionLogFactory,
    ForgottenCandidateFactory,
    ParticipationFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
    RoundFactory,
    SittingFactory,
    make_pesel,
)
from ..participants.test_rules import broken_by

pytestmark = pytest.mark.django_db

BORN = date(1984, 5, 17)
WRONG_DIGIT = make_pesel(BORN, "K")[:10] + str((int(make_pesel(BORN, "K")[10]) + 1) % 10)
Scored = partial(CriterionFactory, points=10)
Rejected = partial(CandidateFactory, decision="rejected")

# rule, what is changed, in what, the sentence it answers with
TABLE = [
    ("round_closes_after_it_opens", {"closes_on": date(2023, 1, 1)}, RoundFactory, "jest wcześniejszy niż początek"),
    ("round_has_places", {"places": 0}, RoundFactory, "od 1 do 100 000"),
    ("round_retention_in_months", {"retention_months": 0}, RoundFactory, "od 1 do 120 miesięcy"),
    ("criterion_rule_known", {"rule": "zodiac"}, CriterionFactory, "Nie ma takiej reguły"),
    ("criterion_points_when_scored", {"points": 5}, CriterionFactory, "formalne nie ma punktów"),
    ("criterion_points_when_scored", {"points": 0}, Scored, "od 1 do 1000 punktów"),
    ("criterion_points_when_scored", {"points": None}, Scored, "od 1 do 1000 punktów"),
    ("criterion_mark_is_scored", {"rule": "score", "label": "rozmowa"}, CriterionFactory, "nie może być kryterium formalnym"),
    ("criterion_question_is_worded", {"rule": "question"}, CriterionFactory, "Wpisz treść pytania"),
    ("quota_rule_of_facts", {"rule": "score"}, QuotaFactory, "na danych z formularza"),
    ("quota_people_or_percent", {"percent": 50}, QuotaFactory, "jedno z dwojga"),
    ("quota_people_or_percent", {"at_least": None}, QuotaFactory, "jedno z dwojga"),
    ("quota_percent_within_hundred", {"at_least": None, "percent": 101}, QuotaFactory, "nie większy niż 100"),
    ("quota_asks_for_somebody", {"at_least": 0}, QuotaFactory, "co najmniej jedna osoba"),
    ("candidate_postcode_form", {"postcode": "41200"}, CandidateFactory, "ma postać 00-000"),
    ("candidate_degurba_exists", {"degurba": 4}, CandidateFactory, "1, 2 albo 3"),
    ("candidate_pesel_valid", {"pesel": WRONG_DIGIT}, CandidateFactory, "Cyfra kontrolna się nie zgadza"),
    ("candidate_pesel_agrees", {"sex": "M"}, CandidateFactory, "nie zgadza się z numerem PESEL"),
    ("candidate_one_identifier", {"other_identifier": "ZS 1"}, CandidateFactory, "Podaj PESEL albo zaznacz"),
    ("candidate_sex_known", {"pesel": "", "sex": "X"}, CandidateFactory, "kobieta albo mężczyzna"),
    ("candidate_born_after_1880", {"pesel": "", "birth_date": date(1879, 1, 1)}, CandidateFactory, "sprzed 1880 roku"),
    ("candidate_detail_fits_status", {"labour_detail": "ngo"}, CandidateFactory, "nie pasuje do statusu"),
    ("candidate_work_only_if_employed", {"employer": "Huta"}, CandidateFactory, "tylko dla osoby pracującej"),
    ("candidate_homeless_no_refusal", {"homeless": "refused"}, CandidateFactory, "odmowa nie jest tu możliwa"),
    ("candidate_household_no_refusal", {"jobless_household": "refused"}, CandidateFactory, "o gospodarstwo domowe"),
    ("candidate_children_within_jobless", {"household_children": "yes"}, CandidateFactory, "bez osób pracujących"),
    ("candidate_origin_no_refusal", {"foreign_origin": "refused"}, CandidateFactory, "o obce pochodzenie"),
    ("candidate_third_country_no_refusal", {"third_country": "refused"}, CandidateFactory, "o państwo trzecie"),
    ("candidate_degree_only_if_disabled", {"disability_degree": "severe"}, CandidateFactory, "ma niepełnosprawność"),
    (
        "candidate_disability_kind_only_if_disabled",
        {"disability_kind": "multiple"},
        CandidateFactory,
        "ma niepełnosprawność",
    ),
    (
        "candidate_since_only_if_unemployed",
        {"labour_status": "inactive", "labour_detail": "", "unemployed_since": date(2023, 1, 1)},
        CandidateFactory,
        "tylko dla osoby bezrobotnej",
    ),
    ("candidate_institution_only_for_employee", {"institution": "OPS"}, CandidateFactory, "tylko dla jej pracownika"),
    ("candidate_decision_known", {"decision": "maybe", "decided_on": date(2024, 2, 2)}, CandidateFactory, "Nie ma takiej decyzji"),
    ("candidate_decision_has_day", {"decision": "qualified"}, CandidateFactory, "idą razem"),
    ("candidate_decision_has_day", {"decided_on": date(2024, 2, 2)}, CandidateFactory, "idą razem"),
    ("candidate_leaving_has_reason", {"decision_reason": ""}, Rejected, "wymagają uzasadnienia"),
    ("candidate_leaving_has_deletion_day", {"delete_after": None}, Rejected, "Termin usunięcia danych"),
    ("candidate_leaving_has_deletion_day", {"delete_after": date(2025, 1, 1)}, CandidateFactory, "Termin usunięcia danych"),
    ("candidate_premise_known", {"kind": "magic"}, CandidatePremiseFactory, "Nie ma takiej przesłanki"),
    ("commission_answer_or_mark", {"points": 5}, CommissionAnswerFactory, "tak albo nie, albo liczba punktów"),
    ("commission_answer_or_mark", {"is_met": None}, CommissionAnswerFactory, "tak albo nie, albo liczba punktów"),
    ("sitting_has_members", {"members": ""}, SittingFactory, "kto zasiadał"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "factory", "sentence"), TABLE)
def test_a_broken_rule_answers_in_polish_and_the_database_refuses(rule, facts, factory, sentence):
    row = factory()
    for name, value in facts.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError) as told:
        row.validate_constraints()
    assert sentence in " ".join(told.value.messages)
    assert broken_by(lambda: type(row).objects.filter(pk=row.pk).update(**facts)) == rule


ONCE = [
    # rule, factory, what the second one has like the first, the sentence
    ("round_name_once", RoundFactory, "project name", "o tej nazwie już jest"),
    ("candidate_pesel_once_a_round", CandidateFactory, "round project pesel", "złożyła już zgłoszenie"),
    ("candidate_number_once", CandidateFactory, "round project number", "jest już zajęty"),
    ("candidate_premise_once", CandidatePremiseFactory, "candidate kind", "już jest zapisana"),
    ("checklist_item_once", ChecklistItemFactory, "project name", "już jest na liście"),
    ("received_document_once", ReceivedDocumentFactory, "candidate item", "już odnotowany"),
    ("commission_answers_once", CommissionAnswerFactory, "candidate criterion", "już na to odpowiedziała"),
    ("forgotten_number_once", ForgottenCandidateFactory, "round number", "już na liście usuniętych"),
]


@pytest.mark.parametrize(("rule", "factory", "same", "sentence"), ONCE)
def test_what_is_there_once_is_refused_the_second_time(rule, factory, same, sentence):
    first = factory()
    again = factory.build(**{name: getattr(first, name) for name in same.split()})
    with pytest.raises(ValidationError, match=sentence):
        again.validate_constraints()
    assert broken_by(again.save) == rule


def test_the_same_person_may_apply_in_another_round():
    first = CandidateFactory()
    again = CandidateFactory(round=RoundFactory(project=first.project), pesel=first.pesel)
    again.full_clean()


def test_only_a_qualified_person_becomes_a_participant():
    candidate = CandidateFactory(decision="reserve")
    candidate.participation = ParticipationFactory(project=candidate.project)
    with pytest.raises(ValidationError, match="tylko osoba zakwalifikowana"):
        candidate.validate_constraints()
    assert broken_by(candidate.save) == "candidate_joined_only_if_qualified"


def test_only_somebody_from_the_surroundings_has_a_main_person():
    candidate = CandidateFactory()
    candidate.main_candidate = CandidateFactory(round=candidate.round)
    with pytest.raises(ValidationError, match="tylko dla osoby z otoczenia"):
        candidate.validate_constraints()
    assert broken_by(candidate.save) == "candidate_main_person_of_surroundings"


def test_nobody_is_her_own_surroundings():
    candidate = CandidateFactory(is_surroundings=True)
    candidate.main_candidate = candidate
    with pytest.raises(ValidationError, match="swoim otoczeniem"):
        candidate.validate_constraints()
    assert broken_by(candidate.save) == "candidate_not_its_own_surroundings"


def test_a_line_of_the_history_of_decisions_is_never_changed():
    line = DecisionLogFactory()
    with pytest.raises((InternalError, ProgrammingError), match="only grows"), transaction.atomic():
        DecisionLog.objects.update(became=Decision.REJECTED)
    line.refresh_from_db()
    assert line.became == Decision.QUALIFIED
