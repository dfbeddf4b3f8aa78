"""Somebody who left comes back: the same participation goes on, and what was just typed of her contact is not lost."""

from django.db import transaction

from .actions import CONTACT, RESIDENCE, reopen, set_contact
from .forms.person import ContactForm
from .models import Person


@transaction.atomic
def come_back(*, participation, by, typed):
    """Withdraws the leaving; True when the contact typed is newer and was recorded too.

    ``typed`` are the fields of the entry form as they came. Facts at entry stay as they are, whatever was typed of them.
    """
    reopen(participation=participation, by=by)
    person = Person.objects.get(pk=participation.person_id)
    present = {name: getattr(person, name) for name in (*CONTACT, *RESIDENCE)}
    form = ContactForm(present | {name: typed[name] for name in present if typed.get(name)}, instance=person)
    if not form.is_valid() or not form.has_changed():
        return False
    set_contact(participation=participation, by=by, contact={name: form.cleaned_data[name] for name in present})
    return True
