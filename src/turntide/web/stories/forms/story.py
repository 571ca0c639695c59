"""What is typed of a story."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.design.forms import DateInputField
from turntide.web.plans.models import Action
from turntide.web.stories.rules.telling import Told, lacks
from turntide.web.stories.store.tellings import action_meant

ACTIONS_LIST = "actions-to-link"


def _text(label: Any, hint: Any = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": rows})
    )


class StoryForm(forms.Form):
    """A story. ``version`` is the one the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    situation = _text(gettext_lazy("What was the situation?"))
    did = _text(gettext_lazy("What did you do?"))
    changed = _text(gettext_lazy("What changed for people?"))
    words = _text(
        gettext_lazy("In their own words"),
        gettext_lazy("A sentence or two that somebody said, as they said it."),
        3,
    )
    whose = forms.CharField(
        label=gettext_lazy("Whose words are these?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "As they wish to be called: “a mother of two”, or their name if they want it."
        ),
    )
    learnt = _text(gettext_lazy("What did you learn?"))
    groups = _text(gettext_lazy("Who was reached?"), gettext_lazy("One group a line."), 2)
    where = _text(gettext_lazy("Where was it?"), gettext_lazy("One place a line."), 2)
    linked = forms.MultipleChoiceField(
        label=gettext_lazy("Actions it belongs to"), required=False, widget=forms.CheckboxSelectMultiple
    )
    link = forms.CharField(
        label=gettext_lazy("Add an action it belongs to"),
        required=False,
        help_text=gettext_lazy("Type some of its words and choose it from the list."),
        widget=forms.TextInput(attrs={"list": ACTIONS_LIST, "autocomplete": "off"}),
    )
    agreed_on = DateInputField(
        label=gettext_lazy("When did the people in it agree that it is told?"), required=False
    )
    agreed_how = forms.CharField(
        label=gettext_lazy("How did they agree?"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("For example, on a signed form, or by e-mail."),
    )
    agreed_to = _text(
        gettext_lazy("What did they agree to?"),
        gettext_lazy("For example, reports to the board and the public page, without their name."),
        2,
    )
    ready = forms.BooleanField(label=gettext_lazy("It is ready to be told"), required=False)

    def __init__(self, data: Any = None, *, place: Place, actions: list[Action], **options: Any) -> None:
        super().__init__(data, **options)
        self._place = place
        linked = self.fields["linked"]
        assert isinstance(linked, forms.MultipleChoiceField)
        linked.choices = [(str(action.pk), str(action)) for action in actions]
        if not actions:
            del self.fields["linked"]

    def clean_link(self) -> Action | None:
        """The action that is meant. Raises ValidationError: none, or more than one."""
        words = self.cleaned_data["link"].strip()
        if not words:
            return None
        found = action_meant(self._place, words)
        if len(found) != 1:
            raise ValidationError(
                _("More than one action has these words. Type more of them.")
                if found
                else _("No action has these words. Look it up under Actions, and type its number or words.")
            )
        return found[0]

    def clean(self) -> dict[str, Any]:
        """A story that is to be told says all it must."""
        cleaned = super().clean() or {}
        if cleaned.get("title"):
            for lack in lacks(self.told):
                self.add_error(lack.field, lack.sentence)
        return cleaned

    @property
    def told(self) -> Told:
        """What was typed."""
        given = self.cleaned_data
        text = ("title", "situation", "did", "changed", "words", "whose", "learnt", "agreed_how", "agreed_to")
        actions = [UUID(each) for each in given.get("linked", [])]
        actions += [given["link"].pk] if given.get("link") else []
        return Told(
            **{name: given.get(name, "").strip() for name in text},
            groups=_lines(given.get("groups", "")),
            where=_lines(given.get("where", "")),
            agreed_on=given.get("agreed_on"),
            ready=bool(given.get("ready")),
            actions=tuple(dict.fromkeys(actions)),
        )


def initial_of(told: Told, version: int) -> dict[str, Any]:
    """What a form about a story begins with."""
    return {
        **{name: getattr(told, name) for name in told.__slots__},
        "groups": "\n".join(told.groups),
        "where": "\n".join(told.where),
        "linked": [str(each) for each in told.actions],
        "version": version,
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in re.split(r"[\r\n]+", text) if line.strip())
