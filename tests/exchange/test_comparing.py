"""Our records beside the authority's own file: what differs, what does not, and the rules of a kept comparison."""

from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from bench.smefs import file_of
from exchange.comparing import bring, compare
from exchange.figures import THEIRS, side_by_side
from exchange.layouts.columns import PLACE
from exchange.models import ComparisonRow, Finding
from indicators.catalogue import BY_KEY

from ..factories import ComparisonFactory, ParticipationFactory, UserFactory
from .house import brought, cells, without_pesel

pytestmark = pytest.mark.django_db


def compared(project, *rows):
    """What a comparison of these rows of the authority's with our records finds."""
    return bring(project=project, by=UserFactory(), file=BytesIO(file_of(rows)), name="eksport.csv")


def findings(comparison):
    """finding → numbers of the rows of the file (None for somebody whom the file lacks)."""
    found = {}
    for row in comparison.rows.order_by("number", "pk"):
        found.setdefault(row.finding, []).append(row.number)
    return found


def differing(comparison):
    """(column, ours, theirs) of every cell that differs."""
    rows = comparison.rows.filter(finding=Finding.DIFFERS).order_by("number")
    return [(each["column"], each["ours"], each["theirs"]) for row in rows for each in row.differences]


@pytest.fixture
def ours(smefs):
    """A project with three people from a file."""
    brought(smefs, cells(0), cells(1), without_pesel(2))
    return smefs


def test_the_file_that_we_read_agrees_with_us(ours):
    assert findings(compared(ours, cells(0), cells(1))) == {"same": [2, 3], "ours": [None]}


@pytest.mark.parametrize(
    "spelled",
    [
        {"sex": "KOBIETA"},
        {"education": "Średnie I stopnia lub niższe (ISCED 0-2)"},
        {"place": " sosnowiec "},
        {"phone": "+48 " + cells(0)[PLACE["phone"]]},
        {"technical_id": "inny"},
        {"added_at": "2026-01-01"},
        {"remarks": "uwaga instytucji"},
    ],
)
def test_another_spelling_is_no_difference(ours, spelled):
    assert not differing(compared(ours, cells(0, **spelled), cells(1)))


@pytest.mark.parametrize(
    ("key", "theirs"),
    [
        ("place", "Będzin"),
        ("disability", "Odmowa podania informacji"),
        ("left_on", "2024-12-24"),
        ("situations", "osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek"),
        ("labour_status", "Osoba pracująca"),
        ("entered_on", "2024-02-02"),
    ],
)
def test_another_fact_is_a_difference_of_that_column(ours, key, theirs):
    found = differing(compared(ours, cells(0, **{key: theirs}), cells(1)))
    assert (PLACE[key] + 1, theirs) in [(column, their) for column, _our, their in found]


def test_several_values_of_one_cell_may_stand_in_any_order(smefs):
    brought(smefs, cells(0, situations="osoba poszukująca pracy|osoba nabyła kompetencje"))
    turned = cells(0, situations="osoba nabyła kompetencje|osoba poszukująca pracy")
    assert findings(compared(smefs, turned)) == {"same": [2]}


def test_supports_are_compared_with_their_detail_and_day(smefs):
    kinds, details, days = (
        "doradztwo/konsultacje|krajowe szkolenie/kurs",
        "pomoc psychologiczna|",
        "2024-03-01|2024-03-08",
    )
    one = {"support_kinds": kinds, "support_details": details, "support_dates": days, "entered_on": "2024-03-01"}
    brought(smefs, cells(0, **one))
    turned = {
        "support_kinds": "krajowe szkolenie/kurs|doradztwo/konsultacje",
        "support_details": "|pomoc psychologiczna",
        "support_dates": "2024-03-08|2024-03-01",
    }
    assert not differing(compared(smefs, cells(0, **{**one, **turned})))
    assert differing(compared(smefs, cells(0, **{**one, "support_dates": "2024-03-01|2024-03-09"})))


def test_people_on_one_side_only_and_of_another_project_are_told_apart(ours):
    comparison = compared(ours, cells(0), cells(7), cells(8, project="FEDS.01.01-IP.02-0001/24"))
    assert findings(comparison) == {"same": [2], "theirs": [3], "foreign": [4], "ours": [None, None]}


def test_the_number_of_an_annex_makes_no_other_project(ours):
    number = f"{cells(0)[PLACE['project']]}-01"
    assert findings(compared(ours, cells(0, project=number)))["same"] == [2]


def test_comparing_again_sees_what_was_mended(ours):
    comparison = compared(ours, cells(0, place="Będzin"), cells(1))
    ours.participations.filter(person__pesel=cells(0)[PLACE["identifier"]]).update(place="Będzin")
    assert findings(compare(comparison))["same"] == [2, 3]


def test_figures_of_equal_records_are_equal_and_named_by_the_catalogue(ours):
    rows = [cells(0), cells(1), without_pesel(2)]
    ParticipationFactory(project=ours, draft=True)  # a draft is in no figure of ours, and in no file
    for figure in side_by_side(ours, rows[:2]):
        assert figure["name"] == str(BY_KEY[figure["code"]].name)
        assert figure["ours"] == figure["theirs"], figure


def test_every_figure_of_the_file_stands_in_the_catalogue():
    assert set(THEIRS) <= set(BY_KEY)


def test_one_person_more_at_the_authority_shows_in_its_figures(ours):
    figures = {figure["code"]: figure for figure in compared(ours, cells(0), cells(1), cells(4)).figures}
    assert figures["EECO01"]["theirs"][2] - figures["EECO01"]["ours"][2] == 1


def test_comparing_asks_a_few_statements_whatever_the_number_of_people(smefs, django_assert_max_num_queries):
    rows = [cells(n) for n in range(120)]
    brought(smefs, *rows)
    with django_assert_max_num_queries(30):
        compared(smefs, *rows)


# --- rules of a kept comparison


def refused(**facts):
    """The name of the rule that the database refuses such a row by."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        ComparisonRow.objects.create(comparison=ComparisonFactory(), **facts)
    return error.value.__cause__.diag.constraint_name


def test_a_row_of_a_file_stands_once_in_a_comparison():
    assert refused(number=2, cells=cells(0)) == "comparison_row_once"


def test_a_row_is_of_the_file_or_of_a_participant():
    assert refused(number=None, finding=Finding.OURS) == "comparison_row_of_somebody"


def test_an_unknown_finding_is_refused():
    assert refused(number=3, finding="maybe") == "comparison_finding_known"
