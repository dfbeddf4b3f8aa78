"""The applications of a project as the command line tells them: states, versions, sums, the figures that were promised."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from projects.templatetags.polish import number

from .telling import LANGUAGE


def submitted_data(project):
    """The applications in their order, each with its frozen reports, as plain data; three queries."""
    applications = project.payment_applications.in_order().prefetch_related("reports__submitted_by")
    return {"project": project.slug, "applications": [_application(each) for each in applications]}


def _application(application):
    return {
        "number": application.number,
        "since": application.since.isoformat(),
        "until": application.until.isoformat(),
        "on": application.on.isoformat(),
        "final": application.is_final,
        "state": application.state,
        "versions": [_version(report) for report in sorted(application.reports.all(), key=lambda each: each.version)],
    }


def _version(report):
    figures = [told for told in report.data["indicators"] if told["promised"]]
    return {
        "version": report.version,
        "submitted_at": timezone.localtime(report.submitted_at).isoformat(),
        "submitted_by": str(report.submitted_by),
        "checksum": report.checksum,
        "indicators": [
            {name: told[name] for name in ("key", "code", "name", "target", "period", "value", "percent")}
            for told in figures
        ],
    }


def table(data, states):
    """The applications as lines for a terminal: one a version with its figures under it. ``states`` names the states in words."""
    with override(LANGUAGE):
        lines = [_("%(project)s: wnioski o płatność") % data]
        if not data["applications"]:
            lines.append(_("Nie ma jeszcze żadnego wniosku."))
        for application in data["applications"]:
            lines += ["", *_told(application, states)]
        return "\n".join(lines)


def _told(application, states):
    final = f", {_('końcowy')}" if application["final"] else ""
    head = {**application, "state": states[application["state"]], "final": final}
    yield _("%(number)s  %(since)s – %(until)s%(final)s  %(state)s") % head
    for version in application["versions"]:
        told = {**version, "when": version["submitted_at"][:16].replace("T", " ")}
        yield _("  wersja %(version)s  złożono %(when)s, %(submitted_by)s") % told
        yield f"  SHA-256 {version['checksum']}"
        yield from map(_figure, version["indicators"])


def _figure(told):
    value, target = told["value"] or {}, told["target"] or {}
    of = _(" z %(target)s") % {"target": number(target["total"])} if target.get("total") is not None else ""
    code = f"{told['code']} " if told["code"] else ""
    return f"    {number(value.get('total'))}{of}  {code}{told['name']}"
