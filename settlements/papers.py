"""The files of a report that goes to the authority, and of its draft, which says that it is one."""

from indicators import paper, spreadsheets
from indicators.seal import Seal
from projects import pdf

from .models import FileForm

JSON = "json"  # the content itself: no other bytes are kept for it
CONTENT_TYPES = {
    FileForm.PDF: "application/pdf",
    FileForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileForm.CSV: "text/csv; charset=utf-8",
    JSON: "application/json",
}


def seal_of(report):
    """What the files of a submitted report say of it."""
    return Seal(
        application=report.application.number,
        version=report.version,
        at=report.submitted_at,
        by=str(report.submitted_by),
        checksum=report.checksum,
    )


def files_of(report, seal):
    """Pairs (form, bytes) of a progress report under this seal."""
    yield FileForm.PDF, pdf.render(paper.TEMPLATE, paper.context_of(report, seal))
    yield FileForm.XLSX, spreadsheets.xlsx(report, seal)
    yield FileForm.CSV, spreadsheets.csv_bytes(report)


def draft(application, report):
    """The bytes of the PDF of an application that was not submitted yet."""
    return pdf.render(paper.TEMPLATE, paper.context_of(report, Seal(application=application.number)))
