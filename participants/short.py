"""Official words made short enough for a column of a list."""

from django.utils.translation import gettext_lazy as _

from .vocabulary import LabourDetail, LabourStatus

STATUS = {
    LabourStatus.UNEMPLOYED_REGISTERED: _("bezrobotna zarejestrowana"),
    LabourStatus.UNEMPLOYED_UNREGISTERED: _("bezrobotna niezarejestrowana"),
    LabourStatus.UNEMPLOYED: _("bezrobotna"),
    LabourStatus.INACTIVE: _("bierna zawodowo"),
    LabourStatus.EMPLOYED: _("pracująca"),
}
DETAIL = {
    LabourDetail.LONG_TERM: _("długotrwale"),
    LabourDetail.IN_EDUCATION: _("ucząca się"),
}
WORK = {
    LabourDetail.SELF_EMPLOYED: _("pracująca na własny rachunek"),
    LabourDetail.GOVERNMENT: _("pracująca w administracji rządowej"),
    LabourDetail.LOCAL_GOVERNMENT: _("pracująca w administracji samorządowej"),
    LabourDetail.NGO: _("pracująca w organizacji pozarządowej"),
    LabourDetail.SME: _("pracująca w MMŚP"),
    LabourDetail.LARGE: _("pracująca w dużym przedsiębiorstwie"),
}


def status_in_short(participation):
    """The status on the labour market with its "w tym" in a few words: "bezrobotna zarejestrowana, długotrwale"."""
    if participation.labour_detail in WORK:
        return WORK[participation.labour_detail]
    words = [STATUS.get(participation.labour_status), DETAIL.get(participation.labour_detail)]
    return ", ".join(str(word) for word in words if word)
