"""The same figures as the engine's, written by hand: what an engineer with psql and an afternoon would run."""

from collections import defaultdict

from django.db import connection

IN = "is_complete AND entered_on <= %(on)s"
OUT = f"{IN} AND left_on <= %(on)s"
JOBLESS = "labour_status IN ('unemployed_registered', 'unemployed_unregistered', 'unemployed', 'inactive')"
UNEMPLOYED = "labour_status IN ('unemployed_registered', 'unemployed_unregistered', 'unemployed')"
FIGURES = {
    "people": IN,
    "CO01": f"{IN} AND {UNEMPLOYED}",
    "CO02": f"{IN} AND {UNEMPLOYED} AND is_long_term",
    "CO03": f"{IN} AND labour_status = 'inactive'",
    "CO04": f"{IN} AND labour_status = 'inactive' AND labour_detail = 'not_in_education'",
    "CO05": f"{IN} AND labour_status = 'employed'",
    "CO06": f"{IN} AND age_at_entry <= 24",
    "CO07": f"{IN} AND age_at_entry >= 55",
    "CO08": f"{IN} AND age_at_entry >= 55 AND ({UNEMPLOYED} OR labour_detail = 'not_in_education')",
    "CO09": f"{IN} AND education IN ('isced_1', 'isced_2')",
    "CO10": f"{IN} AND education IN ('isced_3', 'isced_4', 'isced_3_4')",
    "CO11": f"{IN} AND education = 'isced_5_8'",
    "CO12": f"{IN} AND jobless_household = 'yes'",
    "CO13": f"{IN} AND jobless_household = 'yes' AND household_children = 'yes'",
    "CO14": f"{IN} AND single_adult_household = 'yes'",
    "CO15": f"{IN} AND minority = 'yes'",
    "CO16": f"{IN} AND disability = 'yes'",
    "CO17": f"{IN} AND other_disadvantage = 'yes'",
    "CO18": f"{IN} AND homeless = 'yes'",
    "CO19": f"{IN} AND degurba = 3",
    "CR01": f"{OUT} AND labour_status = 'inactive' AND seeking_on <= %(on)s",
    "CR02": f"{OUT} AND labour_detail <> 'in_education' AND studying_on <= %(on)s",
    "CR03": f"{OUT} AND qualified_on <= %(on)s",
    "CR04": f"{OUT} AND {JOBLESS} AND employed_on <= %(on)s",
    "CR05_2013": f"""{OUT} AND (minority = 'yes' OR disability = 'yes' OR other_disadvantage = 'yes' OR jobless_household = 'yes'
            OR single_adult_household = 'yes') AND (
        labour_status = 'inactive' AND seeking_on <= %(on)s OR labour_detail <> 'in_education' AND studying_on <= %(on)s
        OR qualified_on <= %(on)s OR labour_status <> 'employed' AND employed_on <= %(on)s)""",
    "at_risk": f"{IN} AND has_premise",
    "at_risk_services": f"{IN} AND has_premise AND supports_started ->> 'k_social_services' <= %(on)s::text",
    "digital_competence": f"{IN} AND supports_started ->> 't_digital' <= %(on)s::text",
    "at_risk_qualified": f"{OUT} AND has_premise AND qualified_on <= %(on)s",
    "qualified_or_competent": f"{OUT} AND has_premise AND (qualified_on <= %(on)s OR competent_on <= %(on)s)",
    "at_risk_seeking": f"{OUT} AND has_premise AND labour_status = 'inactive' AND seeking_on <= %(on)s",
    "at_risk_working": f"{OUT} AND has_premise AND {JOBLESS} AND employed_on <= %(on)s",
}
COUNTS = ", ".join(f"count(*) FILTER (WHERE {rule})" for rule in FIGURES.values())
ONE = f"SELECT sex, {COUNTS} FROM participants_participation WHERE project_id = %(project)s GROUP BY sex"
ALL = f"SELECT project_id, sex, {COUNTS} FROM participants_participation GROUP BY project_id, sex"


def one_project(project, on):
    """{key: (women, men)} of one project."""
    with connection.cursor() as cursor:
        cursor.execute(ONE, {"on": on, "project": project})
        rows = {row[0]: row[1:] for row in cursor.fetchall()}
    women, men = rows.get("K", [0] * len(FIGURES)), rows.get("M", [0] * len(FIGURES))
    return dict(zip(FIGURES, zip(women, men, strict=True), strict=True))


def everywhere(on):
    """{project: {sex: figures}} of all projects."""
    found = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(ALL, {"on": on})
        for project, sex, *figures in cursor.fetchall():
            found[project][sex] = dict(zip(FIGURES, figures, strict=True))
    return found
