"""A million synthetic people in a thousand projects, made by the database itself; every participation is complete.

The triggers that touch a participation for each child are off while the children come in; one touch of all at the end gives
the same flat facts. The history of changes is off for as long as it takes: nobody measures how a million people are recorded, but how
they are counted, and their log would take as much room as they do.
"""

import time

from django.db import connection

PROJECTS = """
INSERT INTO projects_programme (slug, name, edition, fund, institution, period, indicator_list, goal, url, is_demo)
VALUES ('pomiar', 'Pomiar', '', 'Europejski Fundusz Społeczny', '', '2014-2020', 'esf_2014', '', '', false) ON CONFLICT DO NOTHING;
INSERT INTO projects_project (submission, slug, title, edition, agreement_number, programme_id, axis, measure, submeasure,
    starts_on, ends_on, period_note, area, goal, description, attendance_threshold, job_ends_path, is_demo)
SELECT gen_random_uuid(), 'pomiar-' || n, 'Pomiar ' || n, '', '', (SELECT id FROM projects_programme), '', '', '',
    '2020-01-01', '2022-12-31', '', '', '', '', 80, false, false
FROM generate_series(%(projects_before)s + 1, %(projects)s) n;
"""

PEOPLE = """
INSERT INTO participants_person (last_name, first_name, identifier_kind, pesel, other_identifier, sex, birth_date, citizenship,
    phone, email, is_demo, country, voivodeship, county, commune, place, postcode, street, house, flat, degurba)
SELECT (ARRAY['Łukasik', 'Świątek', 'Żak', 'Nowak', 'Ćwik', 'Kowal', 'Zając', 'Źrebiec'])[1 + n %% 8] || n, 'Osoba', 'other', '',
    'B' || n, CASE WHEN n %% 5 < 3 THEN 'K' ELSE 'M' END, date '1955-01-01' + (n::bigint * 7919 %% 18000)::int, 'polish', '600', '', true,
    'Polska', 'śląskie', 'Sosnowiec', 'Sosnowiec', 'Sosnowiec', '41-200', '', '', '', 1 + n %% 3
FROM generate_series(%(people_before)s + 1, %(people)s) n;
"""

PARTICIPATIONS = """
INSERT INTO participants_participation (submission, project_id, person_id, scope, is_surroundings, participant_kind, institution,
    entered_on, education, labour_status, labour_detail, occupation, employer, minority, foreign_origin, third_country, homeless,
    jobless_household, household_children, single_adult_household, disability, disability_degree, other_disadvantage, left_on,
    exit_reason, exit_note, by_path_note, path_planned, path_done, situations, sex, citizenship, has_name, has_identifier, has_phone, has_email, has_premise,
    supports_started, supports_finished, country, voivodeship, county, commune, place, postcode, street,
    house, flat, degurba)
SELECT gen_random_uuid(), (SELECT min(id) FROM projects_project) + %(projects_before)s + n %% (%(projects)s - %(projects_before)s), (SELECT min(id) FROM participants_person) + n,
    'sl2014', false, 'individual', '', date '2020-01-01' + (n * 31 %% 700), 'isced_' || (ARRAY['0', '1', '2', '3', '4', '5_8'])[1 + n %% 6],
    status, (CASE status WHEN 'inactive' THEN ARRAY['not_in_education', 'in_education'] WHEN 'employed' THEN ARRAY['sme', 'ngo']
        ELSE ARRAY['long_term', 'unemployed_other'] END)[1 + n / 7 %% 2],
    CASE status WHEN 'employed' THEN 'other' ELSE '' END, CASE status WHEN 'employed' THEN 'zakład' ELSE '' END,
    answers[1 + n %% 11], '', '', answers[2 + n %% 2],
    CASE n %% 3 WHEN 0 THEN 'yes' ELSE 'no' END, CASE n %% 6 WHEN 0 THEN 'yes' ELSE 'no' END, CASE n %% 19 WHEN 0 THEN 'yes' ELSE 'no' END,
    answers[1 + n %% 13], '', answers[1 + n %% 17],
    CASE WHEN n %% 7 < 5 THEN date '2020-01-01' + (n * 31 %% 700) + 200 END, CASE WHEN n %% 7 < 4 THEN 'completed' WHEN n %% 7 = 4 THEN 'dropped_out' ELSE '' END,
    '', '', 0, 0, '{}', '', '', false, false, false, false, false, '{}', '{}', 'Polska', 'śląskie', 'Sosnowiec', 'Sosnowiec', 'Sosnowiec',
    '41-200', '', '', '', 1 + n %% 3
FROM (SELECT n, (ARRAY['unemployed_registered', 'unemployed_unregistered', 'inactive', 'employed'])[1 + n %% 4] AS status,
    ARRAY['refused', 'no', 'yes', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no'] AS answers
    FROM generate_series(%(people_before)s, %(people)s - 1) n) made;
"""

CHILDREN = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE participants_premise DISABLE TRIGGER USER;
ALTER TABLE participants_outcome DISABLE TRIGGER USER;
INSERT INTO participants_premise (participation_id, kind, document)
SELECT id, 'unemployment', 'zaświadczenie' FROM participants_participation WHERE id %% 20 <> 0 AND id > %(last)s;
INSERT INTO participants_outcome (submission, participation_id, kind, obtained_on, title, evidence, is_validated, issued_by,
    contract_kind, is_subsidised, is_project_funded, progress_sign, pkd, certificate_number, from_file)
SELECT gen_random_uuid(), id, kind, left_on + (id %% 40)::int, '', 'dokument', kind = 'qualification', '', '', false, false, '', '', '', false
FROM (SELECT id, left_on, (ARRAY['qualification', 'competence', 'employment', 'job_search', 'education'])[1 + id %% 5] AS kind
    FROM participants_participation WHERE left_on IS NOT NULL AND id > %(last)s) leavers;
ALTER TABLE participants_premise ENABLE TRIGGER USER;
ALTER TABLE participants_outcome ENABLE TRIGGER USER;
UPDATE participants_participation SET updated_at = now() WHERE id > %(last)s;
"""

HISTORY = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE participants_person {word} TRIGGER history_added;
ALTER TABLE participants_participation {word} TRIGGER history_added;
ALTER TABLE participants_participation {word} TRIGGER history_changed;
"""


def populate(people, projects):
    """Adds people and projects until there are so many; prints how long each step took. Earlier ones stay as they are."""
    rows = {"people": people, "projects": projects} | _before()
    for name, statements in [
        ("history off", HISTORY.format(word="DISABLE")),
        ("projects", PROJECTS),
        ("people", PEOPLE),
        ("participations", PARTICIPATIONS),
        ("children", CHILDREN),
        ("history on", HISTORY.format(word="ENABLE")),
    ]:
        began = time.perf_counter()
        with connection.cursor() as cursor:
            for statement in filter(None, map(str.strip, statements.split(";\n"))):
                cursor.execute(statement, rows)
        print(f"  {name}: {time.perf_counter() - began:.1f} s", flush=True)


def _before():
    """What the database holds already, and the last participation."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM participants_person), (SELECT count(*) FROM projects_project), "
            "(SELECT coalesce(max(id), 0) FROM participants_participation)"
        )
        return dict(zip(("people_before", "projects_before", "last"), cursor.fetchone(), strict=True))
