"""Rows put into tables by the thousand: COPY, an update from a table, numbers ahead of rows. The ORM has no words for these.

Nothing here knows whose rows they are. Constraints and triggers work as for any other writer. Why: docs/decisions/authority-files.md.
"""

import csv
import io
import json

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction

from accounts.acting import told


def numbers_for(model, count):
    """So many primary keys of a model that nobody else will get."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, count],
        )
        return [row[0] for row in cursor.fetchall()]


def gather_statistics(models):
    """Lets the planner know these tables as they are now, in this transaction too: what was filled in one go has no statistics yet."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models))


def insert(model, rows):
    """Puts rows (dictionaries of the same attribute names) into a model's table with one COPY.

    Fields that are not given get the model's default, or the database's where it has one.
    """
    if not rows:
        return
    fields = [
        field for field in model._meta.concrete_fields if not field.generated and not _by_database(field, rows[0])
    ]
    names = [field.attname for field in fields]
    defaults = {field.attname: field.get_default for field in fields if field.attname not in rows[0]}
    lines = ([row[name] if name in row else defaults[name]() for name in names] for row in rows)
    with connection.cursor() as cursor:
        _copy(cursor, _quoted(model._meta.db_table), fields, lines)


def _by_database(field, row):
    return field.attname not in row and (field.has_db_default() or field.primary_key)


def update(model, rows, names):
    """Writes these attributes of rows (dictionaries with ``id``) with one statement: a table of news, and an update from it."""
    if not rows:
        return
    fields = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
    table, news = _quoted(model._meta.db_table), _quoted(f"news_of_{model._meta.db_table}")
    columns = ", ".join(_quoted(field.column) for field in fields)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE {news} ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA")
        _copy(cursor, news, fields, ([row[field.attname] for field in fields] for row in rows))
        changes = ", ".join(f"{_quoted(field.column)} = {news}.{_quoted(field.column)}" for field in fields[1:])
        cursor.execute(f"UPDATE {table} SET {changes} FROM {news} WHERE {table}.id = {news}.id")
        cursor.execute(f"DROP TABLE {news}")


def _quoted(name):
    return connection.ops.quote_name(name)


def _copy(cursor, table, fields, lines):
    """An empty cell of the CSV is an empty text where the column holds texts that may not be missing, else nothing (NULL)."""
    writers = [(place, _writer(field)) for place, field in enumerate(fields) if _writer(field)]
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for line in lines:
        for place, write in writers:
            if line[place] is not None:
                line[place] = write(line[place])
        writer.writerow(line)
    buffer.seek(0)
    columns = ", ".join(_quoted(field.column) for field in fields)
    texts = ", ".join(
        _quoted(field.column)
        for field in fields
        if isinstance(field, models.CharField | models.TextField) and not field.null
    )
    options = f"FORMAT csv, FORCE_NOT_NULL ({texts})" if texts else "FORMAT csv"
    cursor.execute(told())  # COPY goes past the ORM, which says it to everything else that writes
    cursor.cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN WITH ({options})", buffer)


def _writer(field):
    """How a value that COPY would not understand is written."""
    if isinstance(field, ArrayField):
        return _array
    return json.dumps if isinstance(field, models.JSONField) else None


def _array(values):
    return "{" + ",".join('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values) + "}"
