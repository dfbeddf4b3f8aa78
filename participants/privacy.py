"""Each field of the people helped, classified once. Whoever adds a field says here what it is; a test asks.

Special category: health and disability, ethnic origin and migration, and by article 10 criminal convictions. A premise may tell
any of these, an exit note and a proof too, so they count as special whatever they hold.
"""

from accounts.privacy import Privacy

from .models import MinimumWage, Outcome, Participation, Person, Premise

ADDRESS = "country voivodeship county commune place postcode street house flat degurba"

FIELDS = {
    Person: {
        Privacy.KEPT: "id is_demo",
        Privacy.PERSONAL: f"last_name first_name identifier_kind pesel other_identifier sex birth_date phone email search {ADDRESS}",
        Privacy.SPECIAL: "citizenship",
    },
    Participation: {
        Privacy.KEPT: "id submission project scope created_at updated_at reported_on is_complete has_name has_identifier has_phone "
        "has_email has_premise",
        Privacy.PERSONAL: f"{ADDRESS} person target_group is_surroundings main_participation participant_kind institution "
        "entered_on education labour_status labour_detail occupation employer education_ends_on jobless_household "
        "household_children single_adult_household left_on situations business_started_on sex birth_date age_at_entry "
        "qualified_on competent_on employed_on business_on seeking_on studying_on progressed_on volunteering_on "
        "effective_job_on effective_progress_on has_project_business vocational_support_on social_support_on "
        "supports_started supports_finished",
        Privacy.SPECIAL: "minority foreign_origin third_country homeless disability disability_degree other_disadvantage "
        "citizenship exit_reason exit_note",
    },
    Premise: {Privacy.KEPT: "id participation", Privacy.SPECIAL: "kind document"},
    Outcome: {
        Privacy.KEPT: "id submission participation",
        Privacy.PERSONAL: "kind obtained_on title is_validated issued_by contract_kind contract_months working_time contract_value "
        "is_subsidised months_after_subsidy is_project_funded",
        Privacy.SPECIAL: "evidence progress_sign",
    },
    MinimumWage: {Privacy.KEPT: "id valid_from amount"},
}
