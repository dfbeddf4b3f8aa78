"""What a browser would send from a page of the projects' room."""

from django.urls import reverse

from projects.models import Project

CREATE = reverse("projects:create")
BLANK = {"", "None", "False", "[]"}


def as_posted(entry):
    """The fields of the page as they stand in it: what is sent when nothing is typed."""
    forms = [entry.form]
    for rows in entry.rows:
        forms += [rows.management_form, *rows.forms]
    written = {}
    for form in forms:
        for field in form:
            if str(field.value()) not in BLANK:
                value = field.field.widget.format_value(field.value())
                written[field.html_name] = value[0] if isinstance(value, list) else value
    return written


def new_page(client, programme, /, **typed):
    """The page of a new project, filled in with a title, a programme and a period, and with what is typed besides."""
    page = as_posted(client.get(reverse("projects:create")).context["entry"])
    needed = {"title": "Razem w Źródle", "programme": programme.pk, "starts_on": "01.01.2024", "ends_on": "31.12.2025"}
    return {**page, **needed, **typed}


def edit_page(client, project, /, **typed):
    """The page of an existing project with what is typed over it."""
    return {**as_posted(client.get(edit_url(project)).context["entry"]), **typed}


def edit_url(project):
    return reverse("projects:edit", args=[project.slug])


def complaints(response):
    """The sentences of a refused page with the words that say where: ``"Tytuł: To pole jest wymagane."``."""
    return [
        f"{found.label}: {found.text}" if found.label else str(found.text)
        for found in response.context["entry"].complaints()
    ]


def text_of(response):
    """The page as text, with plain spaces."""
    return response.content.decode().replace("\xa0", " ")


def created(client, page):
    """The project that a page made; the page must have been accepted."""
    response = client.post(CREATE, page)
    assert response.status_code == 302, complaints(response)
    return Project.objects.get(title=page["title"])


def changed(client, project, **typed):
    """The project after its page was sent with something typed over; the page must have been accepted."""
    response = client.post(edit_url(project), edit_page(client, project, **typed))
    assert response.status_code == 302, complaints(response)
    return Project.objects.get(pk=project.pk)


def refused(client, project, **typed):
    """The complaints about a page sent with something typed over."""
    return complaints(client.post(edit_url(project), edit_page(client, project, **typed)))
