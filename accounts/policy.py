"""The table of the page "Role i uprawnienia": every permission in words, and which role has it."""

from django.utils.translation import gettext_lazy as _

from .permissions import Permission as P
from .roles import POLICIES

WORDS = {
    P.PROJECT_VIEW: _("widzi projekt: fakty, finansowanie, partnerów i zespół"),
    P.PARTICIPANTS_VIEW: _("widzi osoby i ich dane"),
    P.RECRUITMENT_VIEW: _("widzi rekrutację: nabory, kandydatów i decyzje"),
    P.ACTIVITIES_VIEW: _("widzi zajęcia i obecność"),
    P.ALLOWANCES_VIEW: _("widzi świadczenia wypłacone uczestnikom"),
    P.INDICATORS_VIEW: _("widzi wskaźniki i osoby, które za nimi stoją"),
    P.REPORT_EXPORT: _("pobiera sprawozdanie (PDF, XLSX, CSV)"),
    P.REPORT_SUBMIT: _("składa wnioski o płatność i zapisuje odpowiedzi instytucji"),
    P.PARTICIPANTS_EXPORT: _("pobiera listę osób i plik dla instytucji"),
    P.RECRUITMENT_EDIT: _("przyjmuje zgłoszenia i dokumenty kandydatów"),
    P.PARTICIPANTS_EDIT: _("zapisuje osoby, zmienia ich dane, kończy udział"),
    P.PARTICIPANTS_MERGE: _("łączy dwa zapisy jednej osoby i je rozłącza"),
    P.PARTICIPANTS_IMPORT: _("wczytuje plik instytucji i uzgadnia z nim dane"),
    P.RECRUITMENT_DECIDE: _("ustala zasady naboru i zapisuje decyzje komisji"),
    P.ACTIVITIES_EDIT: _("planuje formy wsparcia i zajęcia"),
    P.ATTENDANCE_EDIT: _("oznacza obecność"),
    P.ALLOWANCES_EDIT: _("zapisuje świadczenia i ich stawki"),
    P.PROJECT_EDIT: _("zmienia dane projektu"),
    P.TARGETS_EDIT: _("ustala wartości docelowe wskaźników"),
    P.REGISTER_EDIT: _("prowadzi rejestr rzeczy liczonych: środowisk, przedsiębiorstw, miejsc pracy"),
    P.PARTICIPANTS_REPORT: _("przekazuje dane osób instytucji"),
    P.TEAM_EDIT: _("zmienia zespół i role"),
    P.PROJECT_CREATE: _("zakłada nowy projekt"),
}


def policy_rows():
    """Pairs of a permission in words and, for each role in the order of the policy, whether it has it."""
    return [
        (words, [permission in policy.permissions for policy in POLICIES.values()])
        for permission, words in WORDS.items()
    ]
