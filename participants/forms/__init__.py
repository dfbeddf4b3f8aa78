"""Forms of the participants' room: the entry form, leaving, outcomes, present contact."""
