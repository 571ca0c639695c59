"""What frozen periods hold about a person is told, and struck out of them when they ask for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_record import made_record, statement
from site_cast import Cast

from turntide.web.accounts.holding import FORGOTTEN, Subject
from turntide.web.accounts.services.personal import all_held, forget_person
from turntide.web.audit.models import Entry
from turntide.web.periods.models import ChangedFrozenError, Frozen
from turntide.web.periods.rules.writing import as_words, fingerprint
from turntide.web.periods.services.freezing import freeze


@pytest.fixture
def frozen(cast: Cast) -> Frozen:
    return freeze(place=cast.tarrow, record=made_record(), by=cast.by)


@pytest.fixture
def ray(cast: Cast) -> Subject:
    return Subject(cast.tarrow, "ray@trust.example", ("Ray Okoro",))


def test_what_a_frozen_period_holds_is_told(frozen: Frozen, ray: Subject) -> None:
    (held,) = [each for each in all_held(ray) if str(each.what) == "Frozen periods"]
    (row,) = held.rows
    assert "Ray Okoro" in " ".join(row.values())
    assert "1 October 2026" in row.values()


def test_their_name_goes_and_the_rest_stays(frozen: Frozen, ray: Subject, cast: Cast) -> None:
    by_hand = forget_person(subject=ray, by=cast.by)
    struck = Frozen.objects.get(pk=frozen.pk)
    before, after = made_record(), struck.record()
    assert "Ray Okoro" not in as_words(after)
    assert FORGOTTEN in as_words(after)
    assert [replace(each, statement=None) for each in after.actions] == [
        replace(each, statement=None) for each in before.actions
    ]
    told = [
        (one.statement, other.statement) for one, other in zip(before.actions, after.actions, strict=True)
    ]
    assert all(replace(one, by="") == replace(other, by="") for one, other in told if one and other)
    assert any("copies given out before" in sentence for sentence in by_hand)


def test_it_says_that_it_was_struck_and_what_it_was_frozen_as(
    frozen: Frozen, ray: Subject, cast: Cast
) -> None:
    forget_person(subject=ray, by=cast.by)
    struck = Frozen.objects.get(pk=frozen.pk)
    assert struck.struck_at is not None
    assert struck.frozen_as == frozen.fingerprint == fingerprint(made_record())
    assert struck.fingerprint == fingerprint(struck.record()) != struck.frozen_as
    entry = Entry.objects.get(verb="strike out of a period")
    assert entry.detail == {"was": struck.frozen_as, "fingerprint": struck.fingerprint}
    with pytest.raises(ChangedFrozenError):
        struck.save()


def test_a_period_that_does_not_name_them_is_not_written(cast: Cast, frozen: Frozen) -> None:
    nobody = Subject(cast.tarrow, "nobody@nowhere.example", ("Nobody Known",))
    elsewhere = Subject(cast.elsewhere, "ray@trust.example", ("Ray Okoro",))
    for subject in (nobody, elsewhere):
        forget_person(subject=subject, by=cast.by)
    kept = Frozen.objects.get(pk=frozen.pk)
    assert (kept.struck_at, kept.fingerprint) == (None, frozen.fingerprint)


def test_a_name_of_one_word_goes_where_a_name_stands_and_stays_in_texts(cast: Cast) -> None:
    one = replace(made_record().actions[0], statement=statement(1, by="Ray", done="A ray of light."))
    frozen = freeze(place=cast.tarrow, record=replace(made_record(), actions=(one,)), by=cast.by)
    forget_person(subject=Subject(cast.tarrow, "ray@trust.example", ("Ray",)), by=cast.by)
    (left,) = Frozen.objects.get(pk=frozen.pk).record().actions
    assert left.statement is not None
    assert (left.statement.by, left.statement.done) == (FORGOTTEN, "A ray of light.")
