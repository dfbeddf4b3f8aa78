"""One row of the file of SM EFS read into our codes, with every rule that the row itself can break (domain notes, section 3.5)."""

from django.utils.translation import gettext as _
from stdnum.pl import pesel as pesel_number

from participants.completeness import completed_years
from participants.placeholders import is_placeholder
from participants.vocabulary import Answer, Citizenship, ExitReason, Identifier, LabourStatus, ParticipantKind, Sex
from projects.templatetags.polish import counted

from . import words
from .cells import INVISIBLE, LONGEST_CELL, Cells
from .columns import COLUMNS
from .parsed import Parsed, Problem
from .supports import MOST_VALUES, SEPARATOR, supports_in, too_many

# What the authority requires, besides sex and age that follow from a PESEL (``participants.requirements``).
REQUIRED = (
    "citizenship first_name last_name identifier education voivodeship county commune place postcode degurba phone email "
    "entered_on labour_status labour_detail foreign_origin third_country minority homeless disability"
).split()
QUESTIONS = ("foreign_origin", "third_country", "minority", "homeless", "disability")
YES_OR_NO = ("foreign_origin", "third_country", "homeless")


def parse(cells, rules):
    """What these 43 cells say; ``rules`` are the project's."""
    row = Cells(cells)
    parsed = Parsed(problems=row.problems, warnings=row.warnings)
    if whole := _whole_row(cells):
        parsed.problems.append(whole)
        return parsed
    _project(row, rules)
    _person(row, parsed)
    _address(row, parsed)
    _way(row, parsed, rules)
    _age(row, parsed, rules)
    _status(row, parsed)
    _leaving(row, parsed)
    parsed.supports = supports_in(row, parsed, rules)
    _questions(row, parsed)
    parsed.missing = [key for key in REQUIRED if not row.cell(key)]
    parsed.facts = {name: value for name, value in parsed.facts.items() if value not in (None, "")}
    parsed.person = {name: value for name, value in parsed.person.items() if value not in (None, "")}
    return parsed


def _whole_row(cells):
    """What makes a row unreadable as a whole, if anything."""
    if len(cells) != len(COLUMNS):
        return Problem(
            0,
            _("Wiersz ma %(found)s kolumn zamiast 43. Sprawdź średniki i cudzysłowy w tym wierszu.")
            % {"found": len(cells)},
        )
    for number, cell in enumerate(cells, 1):
        if len(cell) > LONGEST_CELL:
            told = {"found": len(cell), "limit": LONGEST_CELL}
            return Problem(number, _("Komórka ma %(found)s znaków, a może mieć %(limit)s. Skróć ją.") % told)
    if INVISIBLE.search("".join(cells)):
        number = next(number for number, cell in enumerate(cells, 1) if INVISIBLE.search(cell))
        return Problem(number, _("W komórce jest znak niewidoczny. Wpisz tę wartość od nowa."))
    return None


def _project(row, rules):
    number = row.text("project")
    if not number or not rules.number or _same_agreement(number, rules.number):
        return
    told = {"found": number, "ours": rules.number}
    if number in rules.other_numbers:
        row.refuse(
            "project",
            _("To numer innego projektu (%(found)s), a ten ma numer %(ours)s. Wczytaj ten plik w tamtym projekcie.")
            % told,
        )
    else:
        row.warn(
            "project", _("Numer projektu w pliku (%(found)s) różni się od numeru umowy w programie (%(ours)s).") % told
        )


def _same_agreement(one, other):
    """Whether two numbers are of one agreement; -00, -01 … at the end count its annexes."""
    return _without_annex(one) == _without_annex(other)


def _without_annex(number):
    bare = words.plain(number).replace(" ", "")
    head, dash, tail = bare.rpartition("-")
    return head if dash and "/" in head and len(tail) == 2 and tail.isdecimal() else bare


def _person(row, parsed):
    person = parsed.person
    person["first_name"], person["last_name"] = row.text("first_name"), row.text("last_name")
    person["phone"], person["email"] = row.phone(), row.email()
    citizenship = row.word("citizenship", words.CITIZENSHIP)
    parsed.facts["citizenship"] = citizenship
    no_pesel = row.word("no_pesel", words.YES_NO)
    sex = row.word("sex", words.SEX)
    if no_pesel:
        _other_identifier(row, parsed, sex)
    elif row.cell("identifier") and (pesel := row.pesel()):
        person |= {"identifier_kind": Identifier.PESEL.value, "pesel": pesel}
        person["sex"] = (Sex.FEMALE if pesel_number.get_gender(pesel) == "F" else Sex.MALE).value
        person["birth_date"] = pesel_number.get_birth_date(pesel)
        if is_placeholder(pesel):
            row.warn("identifier", _("To numer przykładowy z instrukcji. Sprawdź, czy to PESEL tej osoby."))
        if sex and sex != person["sex"]:
            told = {"said": words.SEX.label(person["sex"])}
            row.refuse("sex", _("Z numeru PESEL wynika płeć: %(said)s. Popraw płeć albo PESEL.") % told, told["said"])
    _kind(row, parsed)


def _other_identifier(row, parsed, sex):
    """Brak PESEL: another identifier, the sex and the age are typed by hand."""
    person = parsed.person
    identifier, technical = row.text("identifier"), row.text("technical_id")
    if len(identifier) == 11 and pesel_number.is_valid(identifier):
        row.refuse("no_pesel", _("Obok jest poprawny PESEL, więc w tej kolumnie wpisz Nie."), words.YES_NO.label(False))
        return
    if is_placeholder(identifier):
        identifier = technical
    person |= {"identifier_kind": Identifier.OTHER.value, "other_identifier": identifier, "sex": sex}
    person["technical_id"] = technical
    if is_placeholder(identifier):
        row.refuse(
            "identifier",
            _(
                "Osoba bez numeru PESEL potrzebuje innego identyfikatora, na przykład numeru paszportu, albo identyfikatora technicznego. Wpisz go."
            ),
        )
    elif len(identifier) > 40:
        row.refuse("identifier", _("Identyfikator ma więcej niż 40 znaków. Skróć go."))
    if not row.cell("sex"):
        row.refuse("sex", _("Osoba nie ma numeru PESEL, więc wpisz płeć."))
    if not row.cell("age"):
        row.refuse("age", _("Osoba nie ma numeru PESEL, więc wpisz wiek w chwili przystąpienia do projektu."))


def _kind(row, parsed):
    kind = row.word("participant_kind", words.KIND) or ParticipantKind.INDIVIDUAL.value
    institution = row.text("institution")
    if institution and kind == ParticipantKind.INDIVIDUAL:
        row.refuse(
            "institution",
            _(
                "Instytucję podaje się tylko dla jej pracownika lub przedstawiciela. Usuń nazwę albo zmień rodzaj uczestnika."
            ),
        )
    if kind == ParticipantKind.EMPLOYEE and not row.cell("institution"):
        row.refuse("institution", _("To pracownik lub przedstawiciel instytucji, więc wpisz jej nazwę."))
    parsed.facts |= {"participant_kind": kind, "institution": institution}


def _address(row, parsed):
    country = row.text("country") or "Polska"
    parsed.facts |= {
        "country": "Polska" if country.casefold() == "polska" else country,
        "voivodeship": row.voivodeship(country),
        "county": row.text("county"),
        "commune": row.text("commune"),
        "place": row.text("place"),
        "postcode": row.postcode(),
    }
    text = row.cell("degurba")
    degree = words.degurba(text) if text else None
    if text and degree is None:
        row.refuse("degurba", row.unknown(text, words.DEGURBA))
    parsed.facts["degurba"] = degree


def _way(row, parsed, rules):
    """The days of entering and leaving, within the project and in order."""
    entered, left = row.day("entered_on"), row.day("left_on")
    for key, day in (("entered_on", entered), ("left_on", left)):
        if day and day > rules.today:
            row.refuse(key, _("Data %(day)s jest w przyszłości. Popraw ją.") % {"day": day})
        elif day and not rules.starts_on <= day <= rules.ends_on:
            told = {"day": day, "from": rules.starts_on, "to": rules.ends_on}
            row.refuse(key, _("Data %(day)s jest poza okresem projektu (%(from)s – %(to)s). Popraw ją.") % told)
    if left and not row.cell("entered_on"):
        row.refuse("left_on", _("Jest data zakończenia, a nie ma rozpoczęcia udziału. Wpisz datę rozpoczęcia."))
    if entered and left and left < entered:
        told = {"left": left, "entered": entered}
        row.refuse(
            "left_on",
            _("Zakończenie %(left)s jest wcześniejsze niż rozpoczęcie %(entered)s. Popraw jedną z dat.") % told,
        )
    started = row.day("business_started_on")
    if started and entered and started < entered:
        told = {"day": started, "entered": entered}
        row.refuse(
            "business_started_on",
            _("Działalność założono %(day)s, przed rozpoczęciem udziału %(entered)s. Popraw jedną z dat.") % told,
        )
    parsed.facts |= {"entered_on": entered, "left_on": left, "business_started_on": started}
    parsed.facts["education_ends_on"] = row.day("education_ends_on")
    parsed.facts["support_range"] = row.text("support_range")


def _age(row, parsed, rules):
    """The age in the file agrees with the PESEL on the day of entry."""
    parsed.age = row.age()
    born, entered = parsed.person.get("birth_date"), parsed.facts.get("entered_on")
    if not born or not entered or row.is_refused("entered_on"):
        return
    age = completed_years(born, entered)
    if age is None:
        row.refuse(
            "identifier",
            _("Z numeru PESEL wynika, że osoba urodziła się po rozpoczęciu udziału. Porównaj go z dokumentem."),
        )
    elif parsed.age is not None and parsed.age != age:
        told = {"age": counted(age, "rok", "lata", "lat"), "day": entered}
        row.refuse(
            "age",
            _("Z numeru PESEL wynika %(age)s w dniu rozpoczęcia udziału (%(day)s). Popraw wiek albo datę.") % told,
            str(age),
        )
    else:
        parsed.age = age


def _status(row, parsed):
    facts = parsed.facts
    facts["education"] = row.word("education", words.EDUCATION)
    status = facts["labour_status"] = row.word("labour_status", words.STATUS)
    text = row.cell("labour_detail")
    if status and text:
        facts["labour_detail"] = words.DETAILS[status].code(text)
        if facts["labour_detail"] is None:
            told = {"found": text[:80], "status": words.STATUS.label(status), "allowed": words.DETAILS[status].allowed}
            row.refuse(
                "labour_detail",
                _("„%(found)s” nie pasuje do statusu „%(status)s”. Wpisz jedną z wartości: %(allowed)s.") % told,
            )
    elif text and not row.cell("labour_status"):
        row.refuse("labour_status", _("Jest „w tym”, a nie ma statusu na rynku pracy. Wpisz status."))
    if status in (LabourStatus.EMPLOYED, LabourStatus.UNEMPLOYED) and parsed.age is not None and parsed.age < 15:
        row.warn(
            "labour_status", _("Osoba przed 15. rokiem życia nie bywa pracująca ani bezrobotna. Sprawdź status i wiek.")
        )


def _leaving(row, parsed):
    """What was recorded on leaving: it needs the day of leaving, and the day needs the flag of the path."""
    left, facts = parsed.facts.get("left_on"), parsed.facts
    situations = _situations(row)
    parsed.by_path = row.word("by_path", words.YES_NO)
    if row.cell("left_on"):
        if not row.cell("by_path"):
            row.refuse(
                "by_path", _("Udział się zakończył, więc wpisz Tak albo Nie: czy zgodnie z zaplanowaną ścieżką.")
            )
        if not situations and not row.is_refused("situations"):
            row.warn(
                "situations",
                _(
                    "Udział się zakończył, a nie ma sytuacji osoby. Uzupełnij ją najpóźniej przy następnym wniosku o płatność."
                ),
            )
    else:
        for key in ("situations", "by_path"):
            if row.cell(key):
                row.refuse(
                    key,
                    _(
                        "Tę kolumnę wypełnia się dopiero po zakończeniu udziału. Wpisz datę zakończenia albo usuń tę wartość."
                    ),
                )
    if left and situations:
        facts["situations"] = situations
    if left and parsed.by_path is not None:
        facts["exit_reason"] = (ExitReason.COMPLETED if parsed.by_path else ExitReason.OTHER).value


def _situations(row):
    codes, texts = [], row.cell("situations").split(SEPARATOR)
    if len(texts) > MOST_VALUES:
        row.refuse("situations", too_many(texts))
        return codes
    for text in texts:
        if not text.strip():
            continue
        code = words.SITUATION.code(text)
        if code is None:
            row.refuse("situations", row.unknown(text.strip(), words.SITUATION))
        elif code not in codes:
            codes.append(code)
    return codes


def _questions(row, parsed):
    for key in QUESTIONS:
        answer = row.word(key, words.ANSWER)
        if answer == Answer.REFUSED and key in YES_OR_NO:
            row.refuse(key, _("Na to pytanie odpowiada się Tak albo Nie; odmowa nie jest tu możliwa."))
        parsed.facts[key] = answer
    facts = parsed.facts
    if facts["third_country"] == Answer.YES and facts.get("citizenship") == Citizenship.POLISH:
        row.warn(
            "third_country",
            _("Obywatel państwa trzeciego nie ma zwykle obywatelstwa polskiego. Sprawdź obie odpowiedzi."),
        )
