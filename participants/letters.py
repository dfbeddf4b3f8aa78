"""The letter and the e-mail that ask someone who left for a document: the project's texts, filled."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils import timezone

from projects.letterhead import marks_of
from projects.models import Paper
from projects.pdf import render

from .facts import address
from .papers import fill, text_of, values_of_participation


@dataclass(frozen=True)
class Message:
    """A filled text: what it is about, and what it says."""

    title: str
    body: str

    @property
    def paragraphs(self):
        return [part.strip("\n") for part in self.body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def message_to(participation, paper, by):
    """The letter (``Paper.LETTER``) or the e-mail (``Paper.EMAIL``) to someone who left; signed by her caretaker, else by ``by``.

    Raises papers.UnknownPlaceholder where the project's text names something that nobody knows.
    """
    values, writer = values_of_participation(participation), participation.caretaker or by
    values |= {
        "opiekun": ", ".join(filter(None, [str(writer), writer.position])),
        "biuro": values["biuro"] or values["beneficjent"],
        "kontakt": values["telefon biura"] or writer.email,
    }
    text = text_of(participation.project, paper)
    return Message(fill(text.title, values), fill(text.body, values))


def mailto(to, message):
    """A link that opens the message in the user's own mail program; nothing is sent by this one."""
    asked = urlencode({"subject": message.title, "body": message.body.replace("\n", "\r\n")}, quote_via=quote)
    return f"mailto:{quote(to, safe='@+')}?{asked}"


def printed_letter(participation, by):
    """The letter on the project's paper, with the line of marks, from whom and to whom: the bytes of a PDF."""
    project, person = participation.project, participation.person
    context = {
        "project": project,
        "marks": marks_of(project),
        "office": project.offices.order_by("pk").first(),
        "to": f"{person.first_name} {person.last_name}".strip(),
        "address": [line for line in address(person).split(", ") if line],
        "message": message_to(participation, Paper.LETTER, by),
        "on": timezone.localdate(),
    }
    return render("participants/letter_print.html", context)
