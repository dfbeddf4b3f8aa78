"""What pages of other rooms say of support that two projects may pay for."""

from django import template

from ..double_support import doubled_for, going_on

register = template.Library()


@register.inclusion_tag("activities/_double_support.html", takes_context=True)
def double_support(context, participation):
    """The warning under the support of a person, where another project gives the same in the same days."""
    return {"doubled": doubled_for(participation, context["request"].user)}


@register.inclusion_tag("activities/_supports_going_on.html")
def supports_going_on(participation):
    """What the person gets in that project now."""
    return {"supports": going_on(participation)}


@register.inclusion_tag("activities/_doubled_here.html")
def doubled_here(doubled, participation):
    """The remark beside somebody who may be enrolled, where another project gives the same; ``doubled`` is by participation."""
    return {"doubles": doubled.get(participation.pk, [])}
