"""Django's admin for the operator: targets, register entries, thresholds."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import catalogue, words
from .models import (
    AuthorityValue,
    EffectivenessRules,
    EffectivenessThreshold,
    ProjectIndicator,
    RegisterEntry,
    TargetCorrection,
)


class ProjectIndicatorForm(forms.ModelForm):
    """Refuses a definition and words that no list knows: a page that met them could not count."""

    def clean_definition(self):
        key = self.cleaned_data["definition"]
        if key and key not in catalogue.BY_KEY:
            raise ValidationError(_("Nie ma takiej definicji na liście."), code="unknown")
        return key

    def clean_words(self):
        spelled = self.cleaned_data["words"] or []
        for text in spelled:
            try:
                words.spell(text)
            except (KeyError, ValueError):
                raise ValidationError(_("Nie ma takiego zdania: %(text)s."), params={"text": text}) from None
        return spelled


class TargetCorrectionInline(admin.TabularInline):
    model = TargetCorrection
    extra = 0


@admin.register(ProjectIndicator)
class ProjectIndicatorAdmin(admin.ModelAdmin):
    form = ProjectIndicatorForm
    list_display = ["__str__", "project", "kind", "counts", "women", "men", "total", "percent", "position"]
    list_filter = ["kind", "counts", "project"]
    list_select_related = ["project"]
    search_fields = ["name", "definition", "project__title"]
    autocomplete_fields = ["project"]
    raw_id_fields = ["form_of_support"]
    inlines = [TargetCorrectionInline]


@admin.register(RegisterEntry)
class RegisterEntryAdmin(admin.ModelAdmin):
    list_display = ["name", "register", "project", "happened_on", "evidence"]
    list_filter = ["register", "project"]
    list_select_related = ["project"]
    search_fields = ["name", "evidence", "project__title"]
    autocomplete_fields = ["project"]
    date_hierarchy = "happened_on"


@admin.register(EffectivenessRules)
class EffectivenessRulesAdmin(admin.ModelAdmin):
    list_display = ["project", "version", "grouping", "special"]
    list_filter = ["version", "grouping", "special"]
    list_select_related = ["project"]
    search_fields = ["project__title"]
    autocomplete_fields = ["project"]


@admin.register(AuthorityValue)
class AuthorityValueAdmin(admin.ModelAdmin):
    list_display = ["key", "project", "measured_on", "women", "men", "total", "source"]
    list_filter = ["key", "project"]
    list_select_related = ["project"]
    search_fields = ["key", "source", "project__title"]
    autocomplete_fields = ["project"]
    date_hierarchy = "measured_on"


@admin.register(EffectivenessThreshold)
class EffectivenessThresholdAdmin(admin.ModelAdmin):
    list_display = ["project", "measure", "group", "percent"]
    list_filter = ["measure", "group"]
    list_select_related = ["project"]
    search_fields = ["project__title"]
    autocomplete_fields = ["project"]
