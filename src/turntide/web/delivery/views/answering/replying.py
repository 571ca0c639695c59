"""Words that are to be published are agreed to, or put right."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.delivery.forms.passing import WordsForm, seen_in
from turntide.web.delivery.models import Link, Update
from turntide.web.delivery.pages.answering.one_action import WordsPage
from turntide.web.delivery.services.publishing_words import agree_words, correct_words
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError
from turntide.web.delivery.store.of_recipients import words_put_to
from turntide.web.delivery.views.answering.reaching import recipient_of, to_all
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@link_view(Link.Purpose.ANSWER)
@require_POST
def agree(request: HttpRequest, id: UUID) -> HttpResponse:
    """The words may be published as they stand."""
    try:
        saw = seen_in(request.POST)
        agree_words(update=_update(request, id), contact=recipient_of(request).contact, saw=saw)
    except RefusedError as refused:
        messages.error(request, str(refused))
    except AnsweredMeanwhileError:
        messages.error(request, _changed())
    else:
        done(request, _("Thank you. The words will be published as they stand."))
    return to_all()


@link_view(Link.Purpose.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, id: UUID) -> HttpResponse:
    """Put the words right."""
    update = _update(request, id)
    form = WordsForm(request.POST or None, initial={"words": update.public_words})
    page = WordsPage(update, form, reverse("answer"))
    if not form.is_valid():
        return show(request, page)
    contact = recipient_of(request).contact
    try:
        saw = seen_in(request.POST)
        correct_words(update=update, words=form.cleaned_data["words"], contact=contact, saw=saw)
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return show(request, page)
    except AnsweredMeanwhileError as meanwhile:
        form.add_error(None, _changed())
        return show(request, WordsPage(meanwhile.update, form, reverse("answer")))
    done(request, _("Thank you. The words will be published as you put them."))
    return to_all()


def _changed() -> str:
    return _("The words were changed meanwhile. Look at them again.")


def _update(request: HttpRequest, id_: UUID) -> Update:
    return get_object_or_404(words_put_to(recipient_of(request)), pk=id_)
