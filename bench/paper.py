"""The printed report made by the program, and the same HTML made into a PDF by WeasyPrint alone."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML

from indicators import paper
from indicators.reports import ProgressReport
from projects import pdf


def whole(project, on):
    """From the database to the bytes, as the view does it."""
    return pdf.render(paper.TEMPLATE, paper.context_of(ProgressReport.build(project, on)))


def page_of(project, on):
    """The HTML that ``whole`` prints."""
    return render_to_string(paper.TEMPLATE, paper.context_of(ProgressReport.build(project, on)))


def bare(html):
    """The least it could cost: WeasyPrint on the finished HTML, with the same stylesheet and the same kind of PDF."""
    stylesheet = finders.find(pdf.STYLESHEET)
    page = HTML(string=html, base_url=str(Path(stylesheet).parent))
    return page.write_pdf(stylesheets=[CSS(filename=stylesheet)], **pdf.OPTIONS)
