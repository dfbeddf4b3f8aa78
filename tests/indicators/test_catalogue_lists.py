"""The lists themselves: every code of both regulations in official order and no more, each line with all that an auditor asks."""

import pytest
from django.test import override_settings

from indicators import catalogue
from indicators.catalogue import esf_2014, esf_plus, esf_plus_polish, inclusion, lines
from indicators.definitions import Definition
from indicators.models import Counts, Moment, Register
from indicators.models.kinds import TRAITS
from participants.vocabulary import InstitutionKind
from projects.models import IndicatorList

CODES_2014 = [f"CO{n:02}" for n in range(1, 24)] + [f"CR{n:02}" for n in range(1, 10)]
CODES_2021 = [f"EECO{n:02}" for n in range(1, 20)] + [f"EECR{n:02}" for n in range(1, 7)]
REGULATIONS = [*esf_2014.LIST, *esf_plus.LIST]
NATIONAL = [*inclusion.LIST, *esf_plus_polish.LIST]
by_key = pytest.mark.parametrize("line", list(catalogue.BY_KEY.values()), ids=lambda line: line.key)

# the Polish lists of domain notes 1.3 and 2, a line each: (what it counts, unit)
INCLUSION = {
    "at_risk": ("people", "osoby"),
    "communities": ("register", "szt."),
    "at_risk_qualified": ("people", "osoby"),
    "qualified_or_competent": ("people", "osoby"),
    "at_risk_seeking": ("people", "osoby"),
    "at_risk_working": ("people", "osoby"),
    "at_risk_working_later": ("authority", "osoby"),
    "at_risk_services": ("people", "osoby"),
    "service_places_lasting": ("register", "szt."),
    "social_economy_entities": ("institutions", "szt."),
    "social_jobs": ("register", "szt."),
    "social_jobs_lasting": ("register", "szt."),
    "adapted_objects": ("register", "szt."),
    "digital_competence": ("people", "osoby"),
    "accommodation": ("register", "szt."),
    "ict_entities": ("register", "szt."),
}
POLISH_2021 = {
    "social_situation": ("people", "osoby"),
    "PL0CO01": ("register", "szt."),
    "PL0CO02": ("register", "szt."),
    "local_services": ("people", "osoby"),
    "local_service_places": ("register", "szt."),
    "left_institutional_care": ("people", "osoby"),
    "informal_carers": ("people", "osoby"),
    "social_economy_entities": ("institutions", "szt."),
    "at_risk": ("people", "osoby"),
    "social_jobs": ("register", "szt."),
    "social_enterprise_status": ("register", "szt."),
    "reintegration_units_created": ("register", "szt."),
    "reintegration_units_supported": ("register", "szt."),
}


def test_every_code_of_the_regulation_of_2013_stands_in_official_order_and_no_more():
    assert [line.code for line in esf_2014.LIST] == CODES_2014


def test_every_code_of_the_regulation_of_2021_stands_in_official_order_and_no_more():
    assert [line.code for line in esf_plus.LIST] == CODES_2021


def test_the_social_inclusion_list_is_whole():
    assert {line.key: (line.counts, str(line.unit)) for line in inclusion.LIST} == INCLUSION


def test_the_polish_list_of_2021_is_whole():
    assert {line.key: (line.counts, str(line.unit)) for line in esf_plus_polish.LIST} == POLISH_2021


@by_key
def test_each_line_has_its_names_unit_moment_and_source(line: Definition):
    assert str(line.name).startswith(("Liczba ", "Całkowita liczba "))
    assert line.english
    assert line.english.isascii()
    assert str(line.unit) in ("osoby", "szt.")
    assert line.moment in Moment.values
    assert line.source or line is catalogue.PEOPLE


@by_key
def test_people_and_only_people_are_counted_in_persons(line: Definition):
    is_people = line.counts in (Counts.PEOPLE, Counts.AUTHORITY)
    assert (str(line.unit) == "osoby") == is_people
    assert bool(line.words) == (line.counts == Counts.PEOPLE)
    assert bool(line.register) == (line.counts == Counts.REGISTER)
    assert bool(line.institution_kinds) == (line.counts == Counts.INSTITUTIONS)


@by_key
def test_each_line_is_read_by_its_own_clock(line: Definition):
    six_months = {"CR06", "CR07", "CR08", "CR09", "EECR05", "EECR06", "at_risk_working_later"}
    assert (line.moment == Moment.SIX_MONTHS) == (line.key in six_months) == line.is_measured_by_authority
    if line.counts == Counts.PEOPLE and line.moment != Moment.EVENT:
        assert line.moment == (Moment.LEAVING if line.is_result else Moment.ENTRY)


def test_common_lines_stand_under_a_heading_and_short():
    assert all(line.section and line.short for line in REGULATIONS)
    for indicator_list in (IndicatorList.ESF_2014, IndicatorList.ESF_2014_BEFORE_2018, IndicatorList.ESF_PLUS_2021):
        sections = [str(line.section) for line in catalogue.reported(indicator_list)]
        assert sections == sorted(sections, key=sections.index)  # the lines of a heading stand together


def test_what_was_struck_off_in_2018_is_marked_and_out_of_the_list_in_force():
    assert [line.code for line in esf_2014.LIST if line.withdrawn] == ["CO12", "CO13", "CO14"]
    in_force = {line.code for line in catalogue.reported(IndicatorList.ESF_2014)}
    assert in_force.isdisjoint({"CO12", "CO13", "CO14"})
    assert not {"CO12", "CO13", "CO14"} & {line.code for line in catalogue.offered(IndicatorList.ESF_2014)}


def test_the_earlier_wording_has_them_and_its_own_cr05():
    earlier = catalogue.reported(IndicatorList.ESF_2014_BEFORE_2018)
    assert [line.code for line in earlier] == CODES_2014[:28]
    assert next(line.key for line in earlier if line.code == "CR05") == "CR05_2013"
    words = {word.name for word in esf_2014.CR05_BEFORE_2018.words}
    assert "disadvantaged_with_household" in words


def test_traits_of_a_project_are_what_is_counted_once():
    traits = {line.key: line.register for line in catalogue.BY_KEY.values() if line.trait}
    assert set(traits.values()) == set(TRAITS)
    assert traits == {
        "CO20": Register.BY_SOCIAL_PARTNERS,
        "CO21": Register.FOR_WOMEN,
        "CO22": Register.FOR_ADMINISTRATION,
        "accommodation": Register.ACCOMMODATION,
        "PL0CO01": Register.ACCOMMODATION,
    }


def test_institutions_are_counted_by_kind():
    kinds = {line.key: line.institution_kinds for line in catalogue.BY_KEY.values() if line.institution_kinds}
    assert kinds == {
        "CO23": (InstitutionKind.SME, InstitutionKind.SOCIAL_ECONOMY),
        "EECO18": (InstitutionKind.GOVERNMENT, InstitutionKind.LOCAL_GOVERNMENT),
        "EECO19": (InstitutionKind.SME, InstitutionKind.SOCIAL_ECONOMY),
        "social_economy_entities": (InstitutionKind.SOCIAL_ECONOMY,),
    }


def test_a_project_may_take_every_line_of_its_list_once():
    for indicator_list in (IndicatorList.ESF_2014, IndicatorList.ESF_2014_BEFORE_2018, IndicatorList.ESF_PLUS_2021):
        keys = [line.key for line in catalogue.offered(indicator_list)]
        assert len(keys) == len(set(keys))
    assert catalogue.offered(IndicatorList.OWN) == []


def test_a_code_that_no_document_confirms_is_not_printed_until_the_operator_writes_it():
    assert catalogue.BY_KEY["social_situation"].code == ""
    assert lines.code_of("social_situation") == ""
    with override_settings(INDICATOR_CODES={"social_situation": "PLHILCR01"}):
        assert lines.code_of("social_situation") == "PLHILCR01"
    assert lines.code_of("PL0CO01", "PL0CO01") == "PL0CO01"


def test_every_register_of_a_line_is_on_the_list():
    assert {line.register for line in catalogue.BY_KEY.values() if line.register} <= set(Register.values)
    assert all(line.key == key for key, line in catalogue.BY_KEY.items())
    assert {line.key for line in (*REGULATIONS, *NATIONAL)} | {"people", "CR05_2013"} == set(catalogue.BY_KEY)
