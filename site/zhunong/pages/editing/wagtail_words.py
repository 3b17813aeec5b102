"""Sentences of Wagtail's page screens that its own Chinese lacks: named here, so that ours has them."""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("The page could not be saved due to validation errors."),
    gettext_noop("The page could not be created due to validation errors."),
    gettext_noop("The page could not be saved as it is locked."),
    gettext_noop("There are validation errors, click save to highlight them."),
    gettext_noop("Saving will overwrite a newer version."),
    gettext_noop("Go to the first error"),
    gettext_noop("Saved"),
    gettext_noop("Choose when this page should go live and/or expire"),
    gettext_noop("Anyone with editing permissions can create schedules"),
    gettext_noop("But only those with publishing permissions can make them effective."),
    gettext_noop("Correct the validation errors to resume preview (saving will highlight errors)"),
    gettext_noop("Refresh"),
    gettext_noop("Refreshing…"),
    gettext_noop("Checks"),
    gettext_noop("Toggle checks"),
    gettext_noop("Content metrics"),
    gettext_noop("Words"),
    gettext_noop("Reading time"),
    gettext_noop("Save your changes before leaving"),
    gettext_noop("Exploring"),
    gettext_noop("Date updated"),
    gettext_noop("Page type"),
    gettext_noop("Grid layout"),
    gettext_noop("List layout"),
    gettext_noop("You haven't uploaded any images."),
)
