"""Texts of a project's papers: its own wording or the supplied one, and filling ``{nazwy}`` in braces with what is on record."""

import re

from projects.models import Paper, ProjectText

NAME = re.compile(r"\{([^{}\n]{1,60})\}")

# Title and body of each paper as supplied; what is printed or sent is in Polish, whatever the language of the screen.
SUPPLIED = {
    Paper.LETTER: (
        "Prośba o dokument po zakończeniu udziału w projekcie",
        """{zwrot},

udział w projekcie „{projekt}” zakończył się {data zakończenia}. Prosimy o dokument, który potwierdza, co wydarzyło się od tego czasu, na przykład:

– certyfikat albo świadectwo zdobytych kwalifikacji,
– umowę o pracę albo wydruk wpisu do CEIDG,
– zaświadczenie o podjęciu nauki lub szkolenia,
– zaświadczenie z urzędu pracy.

Dokument liczy się, gdy potwierdza to, co wydarzyło się do {termin} włącznie. Można go przynieść, przysłać pocztą albo pokazać przy spotkaniu, kopię zrobimy na miejscu: {biuro}.

Jeśli nic się nie zmieniło, prosimy o krótką wiadomość: {kontakt}.

Z poważaniem
{opiekun}""",
    ),
    Paper.EMAIL: (
        "Dokument po zakończeniu udziału w projekcie – do {termin}",
        """{zwrot},

udział w projekcie „{projekt}” zakończył się {data zakończenia}. Prosimy o skan albo zdjęcie dokumentu, który potwierdza, co wydarzyło się od tego czasu: certyfikatu, umowy o pracę, wpisu do CEIDG, zaświadczenia ze szkoły albo z urzędu pracy.

Dokument liczy się, gdy potwierdza to, co wydarzyło się do {termin} włącznie. Można też przyjść z nim do nas: {biuro}.

Jeśli nic się nie zmieniło, wystarczy odpowiedź na tę wiadomość albo telefon: {kontakt}.

Z poważaniem
{opiekun}""",
    ),
}


def text_of(project, paper):
    """The project's own text of a paper; the supplied one, not saved, where the project has none."""
    own = project.texts.filter(paper=paper).first()
    if own:
        return own
    title, body = SUPPLIED[paper]
    return ProjectText(project=project, paper=paper, title=title, body=body)


def fill(text, values):
    """The text with each ``{name}`` replaced by its value; a name that ``values`` does not know stays, so that it is noticed."""
    return NAME.sub(lambda found: str(values.get(found[1].strip(), found[0])), text)


def unknown_names(text, values):
    """The names in braces that nothing would fill, in the order of the text."""
    return [name for name in dict.fromkeys(NAME.findall(text)) if name.strip() not in values]
