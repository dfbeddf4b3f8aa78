"""The rules of the tables of imports, and the statements that fill tables."""

from datetime import date

import pytest
from django.db import IntegrityError

from exchange import statements
from exchange.models import Act, AuthorityRow, ImportRow, ImportRun, State
from participants.models import Person

from ..factories import ParticipationFactory, PersonFactory
from .house import cells, checked

pytestmark = pytest.mark.django_db


def broken(action):
    with pytest.raises(IntegrityError) as error:
        action()
    return error.value.__cause__.diag.constraint_name


def test_a_row_of_the_authority_has_43_cells(smefs):
    participation = ParticipationFactory(project=smefs)
    row = AuthorityRow(participation=participation, cells=["x"], rendered=["x"], number=2)
    assert broken(row.save) == "authority_row_is_whole"


def test_a_row_number_is_there_once(smefs):
    run = checked(smefs, cells(0))
    assert broken(ImportRow(run=run, number=2, cells=["x"]).save) == "import_row_once"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [({"state": "zgubiony"}, "import_state_known"), ({"total": 1, "checked": 2}, "import_checked_within_total")],
)
def test_an_import_is_in_a_known_state_and_checks_no_more_than_it_has(smefs, changes, rule):
    assert broken(ImportRun(project=smefs, **changes).save) == rule


def test_a_row_has_a_known_act(smefs):
    run = checked(smefs)
    assert broken(ImportRow(run=run, number=2, cells=[], act="inny").save) == "import_act_known"


def test_an_import_says_what_it_is(smefs):
    run = checked(smefs, cells(0))
    assert (str(run), str(run.rows.get())) == (f"uczestnicy.csv {run.pk}", f"{run.pk}: 2")
    assert (run.can_be_written, run.is_alive, run.is_interrupted) == (True, False, False)
    assert State(run.state).label == "sprawdzony"
    assert Act.UPDATED.label == "zmiana"


def test_rows_go_in_with_every_kind_of_value():
    texts = ["", "a,b", 'cudzysłów "', "\\.", "linia\ndruga", "{}", "ąż"]
    numbers = statements.numbers_for(Person, len(texts))
    rows = [
        {"id": pk, "last_name": text, "birth_date": date(2000, 1, 2) if text else None, "degurba": None}
        for pk, text in zip(numbers, texts, strict=True)
    ]
    statements.insert(Person, rows)
    kept = Person.objects.order_by("pk").values_list("last_name", "birth_date", "degurba", "country")
    assert list(kept) == [(t, date(2000, 1, 2) if t else None, None, "Polska") for t in texts]


def test_rows_are_updated_and_others_stay():
    first, second = PersonFactory(phone="1234567"), PersonFactory(phone="7654321")
    statements.update(Person, [{"id": first.pk, "phone": "", "degurba": None}], ["phone", "degurba"])
    assert list(Person.objects.order_by("pk").values_list("pk", "phone", "degurba")) == [
        (first.pk, "", None),
        (second.pk, "7654321", 1),
    ]


def test_nothing_to_write_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        statements.insert(Person, [])
        statements.update(Person, [], ["phone"])


def test_a_lock_is_seen_and_given_back():
    with statements.held("run", 12345) as is_ours:
        assert is_ours
        assert statements.is_held("run", 12345)
        assert not statements.is_held("project", 12345)
    assert not statements.is_held("run", 12345)
