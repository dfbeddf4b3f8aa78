"""``manage.py definitions``: proves every definition on its examples, records its version, and prints the list."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators import changes, proving, versions
from indicators.models import DefinitionVersion
from projects.templatetags.polish import counted, plural

FAILED = 1


class Command(BaseCommand):
    help = (
        "Definicje wskaźników: sprawdza każdą na jej przykładach, zapisuje wersję i mówi, kogo zmieniła nowa. "
        "Kończy się kodem 1, gdy któraś nie przechodzi."
    )

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true", help="tylko definicje zmienione i te, które nie przechodzą")

    def handle(self, **options):
        checked = proving.check_all()
        for one in checked:
            if not options["quiet"]:
                self.stdout.write(line(one))
            for sentence in what_changed(one):
                self.stdout.write(sentence)
        failed = [one for one in checked if one.proof.failed]
        for one in failed:
            self.stderr.write(what_failed(one))
        if failed:
            number = counted(len(failed), "definicja", "definicje", "definicji")
            verb = plural(len(failed), "nie przechodzi", "nie przechodzą", "nie przechodzi")
            raise CommandError(f"{number} {verb} swoich przykładów.".replace("\xa0", " "), returncode=FAILED)


def line(one):
    """A definition in a line: key, version, how many examples pass, name."""
    passed = f"{one.proof.passed}/{len(one.proof.examples)}" if one.proof.examples else "–"
    return f"{one.definition.key:<28} {one.version.number:>3} {passed:>7}  {one.definition.name}"


def what_failed(one):
    """Which examples are not counted as their table says."""
    said = "; ".join(str(example.who) for example in one.proof.failed)
    return _("%(key)s nie przechodzi: %(examples)s.") % {"key": one.definition.key, "examples": said}


def what_changed(one):
    """Of a definition that got a new version: in how many projects, and for how many people, it changed the counting."""
    if not one.is_changed:
        return
    earlier = DefinitionVersion.objects.get(key=one.version.key, number=one.version.number - 1)
    before, after = versions.definition_of(earlier), versions.definition_of(one.version)
    moved = changes.across(before, after, timezone.localdate())
    coming, going = (sum(numbers[side] for numbers in moved.values()) for side in (0, 1))
    yield _(
        "%(key)s ma nową wersję %(number)s: zmiana dotyczy projektów: %(projects)s, przybywa %(coming)s, ubywa %(going)s."
    ) % {
        "key": one.version.key,
        "number": one.version.number,
        "projects": len(moved),
        "coming": coming,
        "going": going,
    }
