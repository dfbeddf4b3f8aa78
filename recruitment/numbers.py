"""Numbers of applications: K/2026/017, in the order of registration within a project and a year."""

from .models import Candidate

FORM = "K/{year}/{serial:03}"


def next_number(project, year):
    """The next free number of the project in that year. Call it inside a transaction: the project is locked until its end,
    so that two people who register at once get two numbers. A number of somebody forgotten is not given again."""
    type(project).objects.select_for_update().only("pk").get(pk=project.pk)
    return FORM.format(year=year, serial=max(map(serial_of, taken(project, year)), default=0) + 1)


def taken(project, year):
    """The numbers given in the project in that year, also to candidates whose data are gone."""
    beginning = FORM.split("{serial")[0].format(year=year)
    yield from Candidate.objects.filter(project=project, number__startswith=beginning).values_list("number", flat=True)
    for round in project.rounds.all():
        yield from round.forgotten.filter(number__startswith=beginning).values_list("number", flat=True)


def serial_of(number):
    return int(number.rsplit("/", 1)[1])
