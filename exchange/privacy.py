"""Each field of the files of the authority, classified once. A cell may hold anything of the official form, disability too."""

from accounts.privacy import Privacy

from .models import AuthorityRow, Comparison, ComparisonRow, ImportRow, ImportRun

FIELDS = {
    AuthorityRow: {Privacy.KEPT: "id participation number", Privacy.SPECIAL: "cells rendered"},
    Comparison: {
        Privacy.KEPT: "id submission project brought_at compared_at figures",
        Privacy.PERSONAL: "by file_name",
    },
    ComparisonRow: {
        Privacy.KEPT: "id comparison number finding",
        Privacy.PERSONAL: "participation",
        Privacy.SPECIAL: "cells differences",
    },
    ImportRun: {
        Privacy.KEPT: "id submission project sha256 kind state failure total checked created updated unchanged rejected excluded "
        "warned made created_at checked_at done_at undone_at",
        Privacy.PERSONAL: "by file_name undone_by",
    },
    ImportRow: {
        Privacy.KEPT: "id run number is_excluded act made",
        Privacy.PERSONAL: "key participation",
        Privacy.SPECIAL: "cells original errors warnings before after",
    },
}
