"""What the desk's scripts say, and its keys."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KEYS: list[tuple[tuple[str, ...], Promise]] = [
    (("Enter", "Ctrl+Enter"), _("save, and go to the next text to do")),
    (("Alt+R",), _("still right: confirm as it is, and go on")),
    (("Alt+G",), _("next changed text")),
    (("Alt+M",), _("next missing text")),
    (("Alt+↓", "Alt+↑"), _("next and previous text")),
    (("Alt+C",), _("copy the source")),
    (("Alt+1", "… 9"), _("insert a suggestion")),
    (("Ctrl+Z",), _("undo the last change")),
    (("Alt+Z",), _("reset this text to what it was when you came")),
    (("Shift+Tab",), _("to the marks of the source, such as links")),
    (("Alt+V",), _("preview at this text")),
    (("Alt+Q",), _("ask the editors about this text")),
    (("Alt+P",), _("publish")),
    (("Alt+N",), _("next page of my list")),
    (("?", "Alt+H"), _("these keys")),
]

MESSAGES: dict[str, Promise] = {
    "saved": _("All saved"),
    "saving": _("Saving …"),
    "kept": _("On this device only"),
    "decide": _("Please decide"),
    "hints": _("(%(hints)s to check)"),
    "look_at_hints": _("All texts are translated. Please look at the hints."),
    "progress": _("%(done)s of %(texts)s texts"),
    "left": _("%(left)s left"),
    "no_missing": _("No text is missing."),
    "no_changed": _("No changed text waits."),
    "all_done": _("All texts of this page are translated."),
    "all_seen": _("No other text waits below this filter."),
    "undone": _("Changes undone."),
    "suggestions": _("%(number)s suggestions: Alt+1 inserts the first."),
    "offline": _(
        "Not saved: the server does not answer. Your words are kept on this device and are saved as soon as it does."
    ),
    "session": _(
        "Not saved: you are no longer logged in. Your words are kept on this device. Log in in a new tab and come back."
    ),
    "login": _("Log in in a new tab"),
    "unsaved": _("Some texts are not saved yet. Please look at them first."),
    "conflict": _("%(who)s has saved other words for this text meanwhile:"),
    "conflict_nobody": _("This text was changed meanwhile:"),
    "keep_mine": _("Keep mine"),
    "take_theirs": _("Take these"),
    "restored": _("Words that were not saved are back."),
    "homeless": _("Words that were not saved belong to a text that is no longer on the page: %(words)s"),
    "source_changed": _("The source was published anew: what has changed is marked."),
    "here": _("%(name)s is here"),
    "others": _("Also here: %(names)s"),
    "asked": _("Asked. The answer will stand here."),
    "not_asked": _("Not sent: the server does not answer. Please try again."),
    "mark_missing": _("missing"),
    "mark_extra": _("too often"),
}
