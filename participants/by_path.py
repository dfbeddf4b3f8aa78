"""Whether participation ended by its planned path: what follows from the way of leaving and from the path, and why.

Source: the ministry's interpretation of 26.07.2016 – by the path means that everything planned for the person is finished, so it
is never somebody who interrupted. What it says of interrupting for a job is read in two ways; the project says which one holds.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .vocabulary import ExitReason


@dataclass(frozen=True)
class Implied:
    """The answer that follows from what is on record, with the sentence that says why."""

    by_path: bool
    sentence: str


def implied(participation, exit_reason):
    """What follows for this participation from leaving in this way; None where the way is not known."""
    if not exit_reason:
        return None
    if exit_reason == ExitReason.TOOK_JOB:
        return _for_a_job(participation.project.job_ends_path)
    if exit_reason != ExitReason.COMPLETED:
        return Implied(False, _("Udział przerwano, zanim skończyło się to, co zaplanowano."))
    return _completed(participation.path_planned, participation.path_done)


def _completed(planned, done):
    told = {"planned": planned, "done": done}
    if not planned:
        return Implied(True, _("Indywidualnej ścieżki nie zapisano, rozstrzyga sposób zakończenia."))
    if done < planned:
        return Implied(False, _("Ze ścieżki ukończono %(done)s z %(planned)s zaplanowanych form wsparcia.") % told)
    return Implied(True, _("Ukończono wszystko, co zaplanowano w ścieżce (formy wsparcia: %(planned)s).") % told)


def _for_a_job(ends_path):
    if ends_path:
        return Implied(True, _("Udział przerwano z powodu podjęcia pracy; w tym projekcie to zakończenie zgodne."))
    return Implied(False, _("Udział przerwano z powodu podjęcia pracy; w tym projekcie to nie jest zgodne."))
