"""How the longer forms of this room are laid out: sections under a rule, fields on twelve columns."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout


def sections(form, *parts):
    """A crispy helper of sections, each a heading and a dictionary of field names and widths; absent fields are left out."""
    drawn = []
    for title, widths in parts:
        fields = [Field(name, wrapper_class=width) for name, width in widths.items() if name in form.fields]
        if fields:
            drawn.append(Fieldset(title, *fields))
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*(name for name in ("submission",) if name in form.fields), *drawn)
    return helper
