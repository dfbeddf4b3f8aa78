"""Parts of the page: lengths inside SVG, tabs, heads that sort, pages, rows of radios."""

from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from projects.templatetags.parts import TABS, answers, project_tabs, share, stacked

YES_NO = [("yes", "tak"), ("no", "nie")]


class Questions(forms.Form):
    minority = forms.ChoiceField(label="Mniejszość", choices=[*YES_NO, ("refused", "odmowa")], widget=forms.RadioSelect)
    homeless = forms.ChoiceField(label="Bezdomność", choices=[("", ""), *YES_NO], widget=forms.RadioSelect)


def part(name, **inputs):
    return render_to_string(f"components/_{name}.html", inputs)


@pytest.mark.parametrize(
    ("percent", "length"),
    [(60, "60%"), (89.6, "89.6%"), (112.5, "100%"), (-3, "0%"), (None, "0%"), (33.333333, "33.33%")],
)
def test_a_length_stays_within_its_bar(percent, length):
    assert share(percent) == length


@pytest.mark.parametrize("language", ["pl", "en"])
def test_lengths_have_a_point_in_every_language(language):
    with translation.override(language):
        bar = part("bar", value=62.5, behind=False, time=89.6, mark=None)
    assert 'width="62.5%"' in bar
    assert 'x1="89.6%"' in bar
    assert "style=" not in bar


def test_a_bar_without_a_target_is_an_empty_track():
    assert "<rect" not in part("bar", value=None, behind=False, time=None, mark=None)


def test_a_bar_behind_its_pace_says_so_and_shows_its_threshold():
    bar = part("bar", value=20.83, behind=True, time=None, mark=25)
    assert 'class="fill behind"' in bar
    assert 'x1="25%"' in bar


def test_parts_of_a_whole_lie_end_to_end():
    assert stacked([85, 15]) == [
        {"start": "0%", "width": "85%", "end": "85%"},
        {"start": "85%", "width": "15%", "end": "100%"},
    ]


def test_the_label_of_the_time_stays_on_the_bar():
    assert 'text-anchor="end"' in part("pace", value=60, behind=True, time=89.6)
    assert 'text-anchor="end"' not in part("pace", value=60, behind=True, time=10)


@pytest.mark.parametrize(
    ("view_name", "label", "current"),
    [
        ("indicators:dashboard", "Pulpit", "page"),
        ("indicators:members", "Pulpit", "true"),
        ("participants:list", "Uczestnicy", "page"),
        ("participants:edit", "Uczestnicy", "true"),
        ("participants:deadlines", "Terminy", "page"),
        ("indicators:report_pdf", "Sprawozdania", "true"),
        ("projects:edit", "O projekcie", "true"),
    ],
)
def test_the_current_tab_follows_from_the_address(rf, view_name, label, current):
    request = rf.get("/")
    request.resolver_match = SimpleNamespace(view_name=view_name)
    tabs = project_tabs(RequestContext(request, {}), SimpleNamespace(slug="x"))
    assert [(tab["label"], tab["current"]) for tab in tabs if tab["current"]] == [(label, current)]


def test_no_tab_is_current_outside_the_project(rf):
    tabs = project_tabs(RequestContext(rf.get("/"), {"nav": {"participants": 95}}), SimpleNamespace(slug="x"))
    assert not any(tab["current"] for tab in tabs)
    assert [tab["count"] for tab in tabs] == [None, None, 95, None, None, None, None, None]
    assert len(tabs) == len(TABS)


def test_the_tab_of_deadlines_opens_the_day_its_count_stands_on(rf):
    nav = {"participants": 95, "deadlines": 7, "on": date(2022, 9, 30)}
    tabs = project_tabs(RequestContext(rf.get("/"), {"nav": nav}), SimpleNamespace(slug="x"))
    assert [tab["url"].partition("?")[2] for tab in tabs] == ["", "", "", "", "on=2022-09-30", "", "", ""]


def rendered(source, path, **context):
    return Template(source).render(RequestContext(RequestFactory().get(path), context))


def test_pages_keep_the_filter_of_the_address():
    page = Paginator(range(95), 20).page(3)
    source = '{% include "components/_pagination.html" with page=page unit="osób" only %}'
    html = rendered(source, "/?q=nowak&page=3", page=page)
    assert 'href="?q=nowak&amp;page=4"' in html
    assert 'aria-current="page">3<' in html
    assert "Strona 3 z 5 · po 20 osób" in html


def test_one_page_needs_no_pages():
    source = '{% include "components/_pagination.html" with page=page unit="osób" only %}'
    assert rendered(source, "/", page=Paginator(range(3), 20).page(1)) == "\n"


@pytest.mark.parametrize(
    ("order", "says", "asks"),
    [
        ("name", 'aria-sort="ascending"', "sort=-name"),
        ("-name", 'aria-sort="descending"', "sort=name"),
        ("age", "", "sort=name"),
    ],
)
def test_the_head_of_a_column_says_its_order_and_asks_for_the_other(order, says, asks):
    source = '{% include "components/_sort_header.html" with label="Nazwisko" key="name" order=order css="" only %}'
    html = rendered(source, "/?q=nowak&page=3", order=order)
    assert says in html
    assert ("aria-sort" in html) == bool(says)
    assert f'href="?q=nowak&amp;{asks}"' in html


def test_where_refusal_is_not_allowed_its_place_stays_empty():
    form = Questions()
    assert [bool(radio) for radio in answers(form["minority"])] == [True, True, True]
    assert [bool(radio) for radio in answers(form["homeless"])] == [True, True, False]


def test_a_table_of_questions_keeps_answers_and_says_what_is_missing():
    form = Questions({"minority": "refused"})
    html = part("ask", fields=list(form), caption="Pytania", missing=["homeless"])
    assert html.count('type="radio"') == 5
    assert html.count(" checked") == 1
    assert "brak odpowiedzi" in html
    assert 'id="id_homeless_error"' in html


def test_a_refused_form_lists_its_errors_with_links_to_the_fields():
    html = part("form_errors", form=Questions({"minority": "yes"}))
    assert '<a href="#id_homeless">Bezdomność</a>' in html
    assert part("form_errors", form=Questions()).strip() == ""


def test_a_field_ties_its_hint_and_its_error_to_itself():
    class OneField(forms.Form):
        code = forms.CharField(label="Kod pocztowy", help_text="na przykład 41-200")
        phone = forms.CharField(label="Telefon", required=False)

    form = OneField({})
    html = part("field", field=form["code"], width="c6")
    assert 'class="f c6"' in html
    assert 'aria-describedby="id_code_helptext id_code_error"' in html
    assert 'id="id_code_error"' in html
    assert 'aria-invalid="true"' in html
    assert "nieobowiązkowe" not in html
    assert "nieobowiązkowe" in part("field", field=form["phone"], width="")


@pytest.mark.parametrize("state", ["szkic", "kompletny", "przekazany"])
def test_a_badge_says_its_state_in_a_word(state):
    assert state in Template("{% load parts %}{% badge state %}").render(Context({"state": state}))
