"""What is on record of the people in a chunk of rows: a handful of statements, whatever the number of rows."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, Max, OuterRef, Q

from activities.models import Attendance, Enrolment
from participants.models import Outcome, Participation, Person, Residence

from ..models import AuthorityRow

RESIDENCE = tuple(column.name for column in Residence._meta.get_fields())
PERSON = (
    "last_name",
    "first_name",
    "identifier_kind",
    "pesel",
    "other_identifier",
    "sex",
    "birth_date",
    "citizenship",
    "phone",
    "email",
    *RESIDENCE,
)
FACTS = (
    "participant_kind",
    "institution",
    "delegated_by_id",
    "education",
    *RESIDENCE,
    "citizenship",
    "entered_on",
    "labour_status",
    "labour_detail",
    "occupation",
    "employer",
    "education_ends_on",
    "minority",
    "foreign_origin",
    "third_country",
    "homeless",
    "disability",
    "disability_degree",
    "left_on",
    "exit_reason",
    "by_path",
    "by_path_note",
    "support_range",
    "situations",
    "business_started_on",
    "reported_on",
)
PATH = ("path_planned", "path_done")  # how much of the person's own path is planned and finished
GROUP = "z pliku SM EFS"  # the groups that hold supports known only from a file


def group_name(nth):
    """The group of the nth support of one kind of the same person, from 1."""
    return GROUP if nth == 1 else f"{GROUP} ({nth})"


@dataclass
class Known:
    """A person of a row as she is on record. ``facts`` is None for someone who is not in this project yet."""

    person: dict
    facts: dict | None = None
    row: AuthorityRow | None = None
    supports: list = field(default_factory=list)
    outcomes: list = field(default_factory=list)
    newest_elsewhere: object = None

    @property
    def is_here(self):
        return self.facts is not None


class OnRecord:
    """Those of these keys (``Parsed.key``) who are on record. ``hold`` keeps their rows from being changed by others meanwhile."""

    def __init__(self, project, keys, hold=False):
        self.project, self.hold = project, hold
        self.by_pesel, self.by_identifier = {}, defaultdict(list)
        pesels = [key[1] for key in keys if key and key[0] == "pesel"]
        identifiers = [key[1] for key in keys if key and key[0] == "other"]
        people = self._people(pesels, identifiers)
        here = self._participations(people)
        self._gather(people, here)

    def find(self, key):
        """The person of this key, or None. Someone without a PESEL is looked for in this project only."""
        if key is None:
            return None
        if key[0] == "pesel":
            return self.by_pesel.get(key[1])
        return _of_technical_id(self.by_identifier.get(key[1], []), key[2])

    def _people(self, pesels, identifiers):
        wanted = Q(pesel__in=pesels)
        if identifiers:
            here = self.project.participations.order_by().values("person")
            wanted |= Q(pesel="", other_identifier__in=identifiers, pk__in=here)
        people = Person.objects.filter(wanted).order_by("pk")
        if self.hold:
            people = people.select_for_update(no_key=True)
        return {row["id"]: row for row in people.values("id", *PERSON)}

    def _participations(self, people):
        found = self.project.participations.filter(person__in=list(people)).order_by("pk")
        if self.hold:
            found = found.select_for_update(no_key=True)
        return {row["person_id"]: row for row in found.values("id", "person_id", *FACTS, *PATH)}

    def _gather(self, people, here):
        keys = [facts["id"] for facts in here.values()]
        rows = {row.participation_id: row for row in AuthorityRow.objects.filter(participation__in=keys).order_by("pk")}
        supports, outcomes = _supports_of(keys), _outcomes_of(keys)
        newest = self._newest_elsewhere(people)
        for pk, person in people.items():
            facts = here.get(pk)
            key = facts and facts["id"]
            known = Known(person, facts, rows.get(key), supports.get(key, []), outcomes.get(key, []), newest.get(pk))
            if person["pesel"]:
                self.by_pesel[person["pesel"]] = known
            else:
                self.by_identifier[person["other_identifier"]].append(known)

    def _newest_elsewhere(self, people):
        """When each person last entered another project."""
        elsewhere = Participation.objects.filter(person__in=list(people)).exclude(project=self.project).order_by()
        return dict(elsewhere.values_list("person").annotate(newest=Max("entered_on")))


def _of_technical_id(candidates, technical):
    """Which of several people with one identifier is meant: the one of this technical id, else the only one without any."""

    def ids(known):
        return known.row.cells[8].strip() if known.row else ""

    for wanted in {technical, ""}:
        found = [known for known in candidates if ids(known) == wanted]
        if len(found) == 1:
            return found[0]
    return candidates[0] if len(candidates) == 1 and not technical else None


def _supports_of(keys):
    """By participation: dictionaries of its supports, in the order in which they were recorded."""
    attended = Exists(Attendance.objects.filter(enrolment=OuterRef("pk")))
    found = Enrolment.objects.filter(participation__in=keys).order_by("pk").annotate(is_attended=attended)
    supports = defaultdict(list)
    for row in found.values(
        "id",
        "participation_id",
        "started_on",
        "ended_on",
        "is_attended",
        "group__name",
        "group__form_of_support__kind",
        "group__form_of_support__detail",
    ):
        supports[row["participation_id"]].append(
            {
                "id": row["id"],
                "kind": row["group__form_of_support__kind"],
                "detail": row["group__form_of_support__detail"],
                "day": row["started_on"],
                "ended_on": row["ended_on"],
                "group": row["group__name"],
                "is_from_file": row["group__name"].startswith(GROUP),
                "may_move": row["group__name"].startswith(GROUP) and not row["is_attended"],
            }
        )
    return supports


def _outcomes_of(keys):
    outcomes = defaultdict(list)
    found = Outcome.objects.filter(participation__in=keys).order_by("pk")
    for row in found.values("id", "participation_id", "kind", "obtained_on", "from_file", "evidence"):
        outcomes[row["participation_id"]].append(row)
    return outcomes
