"""Every address of the program, asked of the resolver, and how to fill in the gaps of each from a furnished project."""

from django.urls import URLResolver, get_resolver, reverse

# Which object of the world a gap of an address stands for; a whole app may share one.
GAPS = {
    "participants: pk": "participation",
    "participants: outcome_pk": "outcome",
    "participants: call_pk": "contact",
    "participants: document_pk": "document",
    "participants:compare person": "person",
    "participants:part merge_pk": "merge",
    "participants:institution pk": "institution",
    "participants:institution_edit pk": "institution",
    "participants:institution_remove pk": "institution",
    "activities:detail pk": "form",
    "activities:edit pk": "form",
    "activities:group_add pk": "form",
    "activities:group pk": "group",
    "activities:group_edit pk": "group",
    "activities:withdraw pk": "group",
    "activities:enrol pk": "group",
    "activities:session_add pk": "group",
    "activities:finish pk": "group",
    "activities:session_edit pk": "session",
    "activities:session_delete pk": "session",
    "activities:attendance pk": "session",
    "activities:session_check pk": "group",
    "activities:series_add pk": "group",
    "activities:rest pk": "group",
    "activities:session_cancel pk": "session",
    "activities:session_restore pk": "session",
    "activities:event_edit pk": "event",
    "activities:group_list_pdf pk": "group",
    "activities:session_list_pdf pk": "session",
    "activities:certificates pk": "group",
    "activities:certificates_pdf pk": "group",
    "activities:certificate_pdf pk": "certified",
    "activities:path_edit pk": "participation",
    "activities:path_pdf pk": "participation",
    "activities:card pk": "participation",
    "activities:card form_pk": "card_form",
    "activities:card_pdf pk": "participation",
    "activities:card_pdf form_pk": "card_form",
    "activities:internship_add pk": "participation",
    "activities:internship pk": "internship",
    "activities:internship_delete pk": "internship",
    "activities:allowance pk": "allowance",
    "activities:allowance_delete pk": "allowance",
    "activities:allowance_rate_delete pk": "rate",
    "activities:grant pk": "group",
    "activities:institution_support_add pk": "institution",
    "activities:institution_support pk": "institution_support",
    "activities:institution_support_delete pk": "institution_support",
    "recruitment: pk": "candidate",
    "recruitment:ranking pk": "round",
    "recruitment:round_edit pk": "round",
    "recruitment:rules pk": "round",
    "recruitment:rules_take pk": "round",
    "recruitment:criterion_choose pk": "round",
    "recruitment:criterion_add pk": "round",
    "recruitment:quota_choose pk": "round",
    "recruitment:quota_add pk": "round",
    "recruitment:answers pk": "round",
    "recruitment:decisions pk": "round",
    "recruitment:call_up pk": "round",
    "recruitment:draw pk": "round",
    "recruitment:list_print pk": "round",
    "recruitment:round_join pk": "round",
    "recruitment:criterion_edit pk": "criterion",
    "recruitment:criterion_remove pk": "criterion",
    "recruitment:quota_edit pk": "quota",
    "recruitment:quota_remove pk": "quota",
    "recruitment:sitting_edit pk": "sitting",
    "recruitment:protocol pk": "sitting",
    "indicators:register_edit pk": "register_entry",
    "indicators:register_remove pk": "register_entry",
    "indicators:authority_value_edit pk": "authority_value",
    "indicators:authority_value_remove pk": "authority_value",
    "indicators:target_edit pk": "indicator",
    "indicators:target_history pk": "indicator",
    "indicators:correction_add pk": "indicator",
    "indicators:correction_edit pk": "correction",
    "indicators:correction_remove pk": "correction",
    "indicators:target_remove pk": "indicator",
    "settlements: pk": "application",
    "settlements:give_back pk": "sent_application",
    "settlements:accept pk": "sent_application",
    "settlements:report pk": "submitted_report",
    "settlements:report_file pk": "submitted_report",
    "settlements:members pk": "submitted_report",
    "exchange: pk": "import_run",
    "exchange:comparison pk": "comparison",
    "exchange:comparison_again pk": "comparison",
    "projects:team_role pk": "member",
    "projects:team_remove pk": "member",
    "projects:call pk": "call",
}


def every_address(resolver=None, namespace="", gaps=()):
    """Pairs of a name and the gaps of its address, for every address but those of Django's admin."""
    for pattern in (resolver or get_resolver()).url_patterns:
        found = (*gaps, *pattern.pattern.converters)
        if not isinstance(pattern, URLResolver):
            yield f"{namespace}{pattern.name}", found
        elif pattern.namespace != "admin":
            yield from every_address(
                pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace, found
            )


GAPS_OF = dict(every_address())


def object_in_gap(name, gap):
    """The name of the world's object whose number stands in this gap, or None for a gap of another kind."""
    app = name.partition(":")[0]
    return GAPS.get(f"{name} {gap}") or GAPS.get(f"{app}: {gap}")


def address(name, world, **others):
    """The address of this name in the furnished project; ``others`` replaces gaps."""
    kwargs = {gap: others.get(gap) or filling(name, gap, world) for gap in GAPS_OF[name]}
    return reverse(name, kwargs=kwargs)


def filling(name, gap, world):
    """What stands in a gap of this address."""
    known = object_in_gap(name, gap)
    return getattr(world, known).pk if known else world.words[gap if gap != "slug" else f"{name} slug"]
