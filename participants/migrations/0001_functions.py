"""What the columns of the next migration are computed with: search without accents, and the rules of a PESEL."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

SEARCHABLE = """
CREATE FUNCTION searchable(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;
"""

# The month carries the century: +80 is 18xx, +0 is 19xx, +20 is 20xx, +40 is 21xx, +60 is 22xx.
PESEL_BIRTH_DATE = """
CREATE FUNCTION pesel_birth_date(pesel text) RETURNS date
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    month_code int;
    year int;
    month int;
    day int;
BEGIN
    IF pesel !~ '^[0-9]{11}$' THEN
        RETURN NULL;
    END IF;
    month_code := substr(pesel, 3, 2)::int;
    month := month_code % 20;
    day := substr(pesel, 5, 2)::int;
    year := substr(pesel, 1, 2)::int + (ARRAY[1900, 2000, 2100, 2200, 1800])[month_code / 20 + 1];
    IF month NOT BETWEEN 1 AND 12 OR day < 1
       OR day > extract(day FROM make_date(year, month, 1) + interval '1 month' - interval '1 day') THEN
        RETURN NULL;
    END IF;
    RETURN make_date(year, month, day);
END
$$;
"""

PESEL_IS_VALID = """
CREATE FUNCTION pesel_is_valid(pesel text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    weights int[] := ARRAY[1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    total int := 0;
BEGIN
    IF pesel_birth_date(pesel) IS NULL THEN
        RETURN false;
    END IF;
    FOR i IN 1..10 LOOP
        total := total + weights[i] * substr(pesel, i, 1)::int;
    END LOOP;
    RETURN (10 - total % 10) % 10 = substr(pesel, 11, 1)::int;
END
$$;
"""

PESEL_AGREES = """
CREATE FUNCTION pesel_agrees(pesel text, sex text, born date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT coalesce(
        sex = CASE WHEN substr(pesel, 10, 1)::int % 2 = 0 THEN 'K' ELSE 'M' END AND born = pesel_birth_date(pesel), false)
$$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(SEARCHABLE, "DROP FUNCTION searchable(text)"),
        migrations.RunSQL(PESEL_BIRTH_DATE, "DROP FUNCTION pesel_birth_date(text)"),
        migrations.RunSQL(PESEL_IS_VALID, "DROP FUNCTION pesel_is_valid(text)"),
        migrations.RunSQL(PESEL_AGREES, "DROP FUNCTION pesel_agrees(text, text, date)"),
    ]
