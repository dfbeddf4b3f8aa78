"""The letter and the e-mail that ask someone who left for a document: the project's texts, filled."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils import timezone

from projects.letterhead import marks_of
from projects.models import Paper
from projects.templatetags.polish import day

from .facts import address
from .papers import fill, text_of
from .vocabulary import Sex

GREETINGS = {Sex.FEMALE: "Szanowna Pani", Sex.MALE: "Szanowny Panie"}


@dataclass(frozen=True)
class Message:
    """A filled text: what it is about, and what it says, paragraph by paragraph."""

    title: str
    body: str

    @property
    def paragraphs(self):
        return [paragraph for paragraph in self.body.replace("\r\n", "\n").split("\n\n") if paragraph.strip()]


def values_for(participation, by, until):
    """What the names in braces stand for in a letter to this person. ``until`` is the last day that a proof may be of."""
    project, person = participation.project, participation.person
    office = project.offices.first()
    writer = participation.caretaker or by
    where = ", ".join(filter(None, [office.name, office.address])) if office else str(project.lead or project)
    return {
        "zwrot": GREETINGS.get(person.sex, "Szanowni Państwo"),
        "imię i nazwisko": f"{person.first_name} {person.last_name}".strip(),
        "adres": address(person),
        "projekt": project.name,
        "numer umowy": project.agreement_number,
        "data rozpoczęcia": day(participation.entered_on),
        "data zakończenia": day(participation.left_on),
        "termin": day(until),
        "biuro": where,
        "kontakt": (office and office.phones) or writer.email,
        "opiekun": ", ".join(filter(None, [str(writer), writer.position])),
        "dzisiaj": day(timezone.localdate()),
    }


def message_to(participation, paper, by, until):
    """The letter (``Paper.LETTER``) or the e-mail (``Paper.EMAIL``) to someone who left, filled."""
    text, values = text_of(participation.project, paper), values_for(participation, by, until)
    return Message(fill(text.title, values), fill(text.body, values))


def mailto(address, message):
    """A link that opens the message in the user's own mail program; nothing is sent by this one."""
    asked = urlencode({"subject": message.title, "body": message.body.replace("\n", "\r\n")}, quote_via=quote)
    return f"mailto:{quote(address, safe='@+')}?{asked}"


def letter_context(participation, by, until):
    """What the printed letter shows: the line of marks, from whom, to whom, the text."""
    project, person = participation.project, participation.person
    return {
        "project": project,
        "marks": marks_of(project),
        "sender": project.lead,
        "office": project.offices.first(),
        "to": f"{person.first_name} {person.last_name}".strip(),
        "address": [line for line in address(person).split(", ") if line],
        "message": message_to(participation, Paper.LETTER, by, until),
        "on": timezone.localdate(),
    }
