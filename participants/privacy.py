"""Each field of the people helped, classified once. Whoever adds a field says here what it is; a test asks.

Special category: health and disability, ethnic origin and migration, and by article 10 criminal convictions. A premise may tell
any of these, an exit note and a proof too, so they count as special whatever they hold.
"""

from accounts.privacy import Privacy

from .models import (
    Call,
    Document,
    Institution,
    Merge,
    MinimumWage,
    NotTheSame,
    Outcome,
    Participation,
    Person,
    Premise,
    Resemblance,
    WithdrawnExit,
)

ADDRESS = "country voivodeship county commune place postcode street house flat degurba"

FIELDS = {
    Person: {
        Privacy.KEPT: "id is_demo",
        Privacy.PERSONAL: f"last_name first_name identifier_kind pesel other_identifier sex birth_date phone email search {ADDRESS}",
        Privacy.SPECIAL: "citizenship",
    },
    Participation: {
        Privacy.KEPT: "id submission project scope created_at updated_at reported_on is_complete has_name has_identifier has_phone "
        "has_email has_premise caretaker path_planned path_done",
        Privacy.PERSONAL: f"{ADDRESS} person target_group is_surroundings main_participation participant_kind institution delegated_by support_range "
        "entered_on education labour_status labour_detail unemployed_since is_long_term occupation employer education_ends_on jobless_household "
        "household_children single_adult_household left_on situations business_started_on sex birth_date age_at_entry "
        "qualified_on competent_on employed_on business_on seeking_on studying_on progressed_on volunteering_on "
        "effective_job_on effective_progress_on project_business_on school_on vocational_support_on social_support_on "
        "supports_started supports_finished next_call_on matter_closed_on",
        Privacy.SPECIAL: "minority foreign_origin third_country homeless disability disability_degree disability_kind other_disadvantage "
        "citizenship exit_reason exit_note by_path by_path_note premise_kinds",
    },
    Premise: {Privacy.KEPT: "id participation", Privacy.SPECIAL: "kind document documents"},
    Outcome: {
        Privacy.KEPT: "id submission participation from_file",
        Privacy.PERSONAL: "kind obtained_on title certificate_number grant_amount pkd is_validated issued_by contract_kind contract_months working_time contract_value is_registered is_school_form "
        "is_subsidised months_after_subsidy is_project_funded",
        Privacy.SPECIAL: "evidence progress_sign documents",
    },
    Institution: {
        Privacy.KEPT: f"id submission project name nip has_no_nip kind detail entered_on left_on delegates_employees {ADDRESS}",
        Privacy.PERSONAL: "phone email",
    },
    Document: {
        Privacy.KEPT: "id submission project content_type size sha256 uploaded_at",
        Privacy.PERSONAL: "participation uploaded_by",
        Privacy.SPECIAL: "kind title issued_on file",
    },
    Call: {
        Privacy.KEPT: "id submission participation recorded_at",
        Privacy.PERSONAL: "made_on channel result next_on made_by",
        Privacy.SPECIAL: "note",
    },
    WithdrawnExit: {
        Privacy.KEPT: "id participation withdrawn_at",
        Privacy.PERSONAL: "left_on situations business_started_on reported_on withdrawn_by",
        Privacy.SPECIAL: "exit_reason exit_note by_path by_path_note",
    },
    Merge: {
        Privacy.KEPT: "id project gone merged_at parted_at",
        Privacy.PERSONAL: "kept merged_by parted_by",
        Privacy.SPECIAL: "before moved",
    },
    Resemblance: {Privacy.PERSONAL: "one other likeness identifier"},
    NotTheSame: {Privacy.KEPT: "id said_at", Privacy.PERSONAL: "first second said_by"},
    MinimumWage: {Privacy.KEPT: "id valid_from amount"},
}
