"""Small makers of check constraints: the rule, its name in the database, and the Polish sentence the user reads."""

from django.db.models import CheckConstraint, F, Q


def check(name, condition, message):
    """A check constraint with the sentence shown when a row breaks it."""
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def in_order(name, earlier, later, message):
    """The later value is not before the earlier one; a missing value breaks nothing."""
    return check(
        name,
        Q(**{f"{later}__gte": F(earlier)}) | Q(**{f"{earlier}__isnull": True}) | Q(**{f"{later}__isnull": True}),
        message,
    )


def one_of(name, field, values, message):
    """The field holds one of the values."""
    return check(name, Q(**{f"{field}__in": list(values)}), message)


def parts_fit(name, women, men, total, message):
    """Women and men add up to the total when both are given; a part alone does not exceed it; a part needs the total."""
    # Each side says that its numbers are there: a comparison with NULL would satisfy a check.
    no_women, no_men = Q(**{f"{women}__isnull": True}), Q(**{f"{men}__isnull": True})
    some_women, some_men = Q(**{f"{women}__isnull": False}), Q(**{f"{men}__isnull": False})
    some_total = Q(**{f"{total}__isnull": False})
    both = some_women & some_men & some_total & Q(**{total: F(women) + F(men)})
    only_women = no_men & some_women & some_total & Q(**{f"{total}__gte": F(women)})
    only_men = no_women & some_men & some_total & Q(**{f"{total}__gte": F(men)})
    neither = no_women & no_men
    return check(name, both | only_women | only_men | neither, message)
