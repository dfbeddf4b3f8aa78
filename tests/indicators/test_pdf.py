"""Paper: tagged, in Polish, made without the network and without any file but the product's own."""

import io
import logging
from datetime import date
from decimal import Decimal
from urllib.error import URLError

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image

from indicators import paper
from indicators.programmes import ProgrammeReport
from indicators.reports import ProgressReport
from projects import letterhead, pdf
from projects.models import ProgrammingPeriod

from ..factories import (
    FundingLineFactory,
    MarkFactory,
    PlannedEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
)
from .paper_text import reader, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(report):
    return pdf.render(paper.TEMPLATE, paper.context_of(report))


def tags_below(element):
    """Every tag in the tree of structure, with its own dictionary."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for child in element:
            yield from tags_below(child)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element["/S"], element
        yield from tags_below(element.get("/K", []))


# --- for those who cannot see it


def test_the_file_says_that_it_is_tagged_polish_and_titled(printed):
    root = reader(printed).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "pl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader(printed).metadata.title == "Postęp rzeczowy – Pełny obraz – II edycja"
    assert reader(printed).metadata.author == "Gmina Sosnowiec"


def test_headings_tables_and_pictures_are_told_apart(printed):
    tags = list(tags_below(reader(printed).trailer["/Root"]["/StructTreeRoot"]))
    names = [name for name, _element in tags]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure"} <= set(names)
    alternatives = [element.get("/Alt") for name, element in tags if name == "/Figure"]
    assert alternatives == ["Flaga Rzeczypospolitej Polskiej", "Flaga Unii Europejskiej"]


def test_every_number_knows_its_heads(printed):
    tags = tags_below(reader(printed).trailer["/Root"]["/StructTreeRoot"])
    cells = [element for name, element in tags if name == "/TD"]
    assert cells
    assert all(cell["/A"]["/Headers"] for cell in cells)


def test_paper_is_polish_whatever_the_language_of_the_screen(report):
    with translation.override("en"):
        text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(report)))
    assert "Wskaźniki z wartością docelową" in text
    assert "Liczba osób zagrożonych" in text
    assert "66,67" in text


# --- no network, no files


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/logo.png",
        "https://example.org/logo.png",
        "ftp://example.org/logo.png",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "file:///etc/../etc/passwd",
    ],
)
def test_neither_the_network_nor_a_foreign_file_is_read(url):
    with pytest.raises((ValueError, URLError)):
        pdf.OwnFiles().fetch(url)


def test_a_way_out_of_the_static_folder_is_refused(settings):
    folder = pdf.static_folders()[0]
    with pytest.raises(ValueError, match="static"):
        pdf.OwnFiles().fetch(f"file://{folder}/css/../../manage.py")
    with pytest.raises(ValueError, match="static"):
        pdf.OwnFiles().fetch(f"file://{folder}/%2e%2e/manage.py")


@pytest.mark.parametrize(
    "url", ["FILE:///etc/passwd", "File:/etc/passwd", " file:///etc/passwd", "fi\nle:///etc/passwd"]
)
def test_a_file_is_refused_however_its_address_is_written(url):
    with pytest.raises(ValueError, match="static files"):
        pdf.OwnFiles().fetch(url)


def test_own_files_and_pictures_in_the_page_are_read():
    assert b"@page" in pdf.OwnFiles().fetch(f"file://{pdf.static_folders()[0]}/css/print.css").read()
    assert pdf.OwnFiles().fetch("data:text/plain,a").read() == b"a"


def test_a_page_that_asks_for_a_secret_is_printed_without_it(tmp_path, caplog):
    secret = tmp_path / "secret.txt"
    secret.write_text("TAJEMNICA")
    html = f"""<html lang="pl"><head><title>x</title><link rel="stylesheet" href="http://example.org/a.css">
        <link rel="attachment" href="file://{secret}"></head>
        <body><img alt="obraz" src="file://{secret}"><a rel="attachment" href="file://{secret}">plik</a></body></html>"""
    with caplog.at_level(logging.CRITICAL, "weasyprint"):
        printed = pdf.print_html(html)
    assert "/EmbeddedFiles" not in reader(printed).trailer["/Root"].get("/Names", {})
    assert "TAJEMNICA" not in text_of(printed)
    assert b"TAJEMNICA" not in printed


# --- what stands on it


def test_the_first_page_is_what_is_signed(printed, report):
    text = text_of(printed)
    for words in (
        "Postęp rzeczowy realizacji projektu Pełny obraz – II edycja",
        "Beneficjent Gmina Sosnowiec",
        "Okres sprawozdawczy 01.04.2024–30.06.2024",
        "Okres realizacji 01.01.2024–31.12.2026, upłynęło 16,61%",
        "1 000 000,50 zł, w tym Fundusze Europejskie 850 000,00 zł",
        "Stan na dzień 30.06.2024",
        "Poza wskaźnikami jest 1 osoba bez wymaganych danych.",
        "Sporządził(a)",
        "Zatwierdził(a)",
        "Dane przykładowe, osoby zmyślone.",
        "Pełny obraz – II edycja · stan na 30.06.2024",
        "strona 1 z",
    ):
        assert words in text
    assert paper.context_of(report)["checksum"] in text


def test_common_indicators_begin_a_page_of_their_own(printed):
    pages = [page.extract_text() for page in reader(printed).pages]
    assert pages[-1].startswith("Załącznik 1")
    assert "CO01" not in "".join(pages[:-1])


def test_a_target_at_risk_says_what_is_missing_and_who_can_help(busy):
    text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(ProgressReport.build(busy, date(2025, 12, 31)))))
    assert "Cele zagrożone" in text
    assert "objętych wsparciem w programie: 3 z 9. Brakuje 6 osób, w tym 1 kobiety." in text


def test_a_period_that_still_runs_is_printed_as_running(busy):
    running = ProgressReport.build(busy, date(2099, 12, 31), date(2026, 1, 1))
    assert "Okres sprawozdawczy jeszcze trwa" in text_of(pdf.render(paper.TEMPLATE, paper.context_of(running)))


def test_a_project_with_nothing_prints_too(project):
    text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(ProgressReport.build(project, date(2024, 6, 30)))))
    assert "Projekt nie ma wskaźników z wartością docelową." in text
    assert "Beneficjent" not in text
    assert "Wartość projektu" not in text
    assert "Cele zagrożone" not in text


def test_many_rows_repeat_the_head_of_the_table_on_every_page(project):
    for number in range(40):
        ProjectIndicatorFactory(project=project, name=f"Liczba osób, które ukończyły moduł numer {number} " * 4)
    before = date(2023, 12, 31)  # nothing is at risk yet, so the rows stand in the table alone
    pages = [page.extract_text() for page in reader(printed_of(project, before)).pages]
    with_rows = [page for page in pages if "ukończyły moduł" in page]
    assert len(with_rows) > 2
    assert all("Wartość docelowa" in page for page in with_rows)


def printed_of(project, day=date(2024, 6, 30)):
    return pdf.render(paper.TEMPLATE, paper.context_of(ProgressReport.build(project, day)))


def test_a_long_title_stays_whole(project):
    project.title = "Bardzo długi tytuł projektu o włączeniu społecznym " * 5
    project.save()
    assert project.title.strip() in text_of(printed_of(project))


# --- the line of marks


@pytest.mark.parametrize(
    ("period", "name", "line"),
    [
        ("2007-2013", "Program Operacyjny Kapitał Ludzki", ["Kapitał Ludzki", "Unia Europejska"]),
        (
            "2014-2020",
            "Regionalny Program Operacyjny na lata 2014–2020",
            ["Fundusze Europejskie", "Rzeczpospolita", "Samorząd", "Unia Europejska"],
        ),
        (
            "2021-2027",
            "Fundusze Europejskie dla Śląskiego 2021–2027",
            ["Fundusze Europejskie", "Rzeczpospolita", "Dofinansowane przez", "Samorząd"],
        ),
        ("national", "Od wykluczenia do aktywizacji", ["Rzeczpospolita"]),
    ],
)
def test_each_perspective_has_its_line_of_marks(period, name, line):
    institution = "" if period == "2007-2013" else "Samorząd Województwa Śląskiego"
    programme = ProgrammeFactory(period=period, name=name, institution=institution)
    slots = letterhead.marks_of(ProjectFactory(programme=programme))
    assert [slot.lines[0] for slot in slots] == line


def test_the_marks_of_the_funds_say_which_programme():
    programme = ProgrammeFactory(period="2021-2027", name="Fundusze Europejskie dla Śląskiego 2021–2027")
    slots = letterhead.marks_of(ProjectFactory(programme=programme))
    assert slots[0].lines == ["Fundusze Europejskie", "dla Śląskiego"]


def test_an_uploaded_mark_is_printed_and_a_lost_one_by_its_name(project):
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "#003399").save(picture, "PNG")
    mark = MarkFactory(project=project, image=ContentFile(picture.getvalue(), name="znak.png"))
    printed = printed_of(project)
    figures = [
        element
        for name, element in tags_below(reader(printed).trailer["/Root"]["/StructTreeRoot"])
        if name == "/Figure"
    ]
    assert "Województwo Śląskie" in [figure.get("/Alt") for figure in figures]
    assert "Województwo Śląskie" not in text_of(printed)
    mark.image.storage.delete(mark.image.name)
    assert "Województwo Śląskie" in text_of(printed_of(project))


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"submeasure": "Poddziałanie 9.1.5 Programy aktywnej integracji"}, "poddziałanie 9.1.5"),
        ({"measure": "9.1 Aktywna integracja"}, "działanie 9.1"),
        ({"measure": "Aktywna integracja"}, "działanie Aktywna integracja"),
        ({}, ""),
    ],
)
def test_the_programme_is_named_with_its_narrowest_part(facts, shown):
    project = ProjectFactory(programme=ProgrammeFactory(name="RPO"), **facts)
    named = dict(paper.facts(ProgressReport.build(project, date(2024, 6, 30)))[0])["Program"]
    assert named == ", ".join(filter(None, ["RPO", shown]))


def test_money_without_europe_is_only_its_sum():
    line = FundingLineFactory(source="own", amount=Decimal("1000"))
    facts = dict(paper.facts(ProgressReport.build(line.project, date(2024, 6, 30)))[0])
    assert facts["Wartość projektu"].replace("\xa0", " ") == "1 000,00 zł"


def test_a_programme_prints_its_events(db):
    programme = ProgrammeFactory(period=ProgrammingPeriod.NATIONAL, name="Od wykluczenia do aktywizacji")
    PlannedEventFactory(programme=programme, held_on=date(2024, 3, 1))
    PlannedEventFactory(programme=programme)
    report = ProgrammeReport.build(programme, date(2024, 6, 30))
    text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(report)))
    assert "Postęp rzeczowy realizacji programu Od wykluczenia do aktywizacji" in text
    assert "Liczba zorganizowanych konferencji szt. – – 2 – – – – – 1 50,00" in text
