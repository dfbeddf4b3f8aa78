"""What a report says, as plain data: figures and targets, and the definitions with their versions and sentences as they hold."""

from django.utils.translation import override

from indicators import catalogue, effectiveness, versions
from indicators.as_json import report_data
from indicators.definitions import Definition

LANGUAGE = "pl"  # what the authority receives


def told(report):
    """The figures of a progress report with the definitions they rest on, in Polish. Percentages are ``Decimal``."""
    with override(LANGUAGE):
        data = report_data(report)
        rows = [*report.rows, *report.common, *report.told]
        number_of = versions.all_current([catalogue.PEOPLE, *(row.definition for row in rows)])
        for number, (indicator, row) in enumerate(zip(data["indicators"], rows, strict=True)):
            indicator |= _definition(row.definition, report.on, number_of)
            indicator |= {
                "promised": number < len(report.rows),
                "at_least": bool(row.target and row.target.is_at_least),
            }
        for measure, read in zip(data["effectiveness"], report.effectiveness, strict=True):
            measure |= {"key": read.key, "name": read.name, "rules": _rules(read.threshold, report.on)}
        data["people"] = _people(report) | _definition(catalogue.PEOPLE, report.on, number_of)
        return data | {"recorded": report.recorded, "drafts": report.drafts}


def _people(report):
    value = report.people.value
    return {"name": str(catalogue.PEOPLE.name), "women": value.women, "men": value.men, "total": value.total}


def _definition(definition: Definition, on, number_of):
    """The key of the definition, the number of its version, and its sentences as they are read on the day."""
    return {"key": definition.key, "definition": number_of[definition.key], "words": sentences(definition, on)}


def _rules(threshold, on):
    """The sentences of each part of a measure as the agreement has it measured: the settings behind them may change later."""
    found = effectiveness.definitions_of(threshold)
    return {str(part): sentences(definition, on) for part, definition in found.items()}


def sentences(definition, on):
    """The words of the definition as they are read on the day."""
    return [str(word.phrase).format(day=f"{on:%d.%m.%Y}") for word in definition.words]
