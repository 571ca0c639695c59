"""What machines are told of the public pages: schema.org beside each page. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from turntide.web.periods.rules.record import ActionThen, PlanThen, StoryThen
from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.rules.giving_files import files_of

Thing = Mapping[str, Any]
SCHEMA_ORG = "https://schema.org"


def of_place(given: Given) -> Thing:
    """The place and its data."""
    return _graph(_organisation(given), _dataset(given, ""))


def of_plan(given: Given, plan: PlanThen) -> Thing:
    """A plan, as a work and as data."""
    work = {
        "@type": "CreativeWork",
        "@id": given.addresses.plan(plan.id),
        "url": given.addresses.plan(plan.id),
        "identifier": f"urn:uuid:{plan.id}",
        "name": plan.title,
        "description": given.about.plan(plan.id).summary or plan.vision or None,
        "publisher": _reference(given),
        "dateModified": given.published,
        "license": given.licence.url,
    }
    return _graph(work, _organisation(given), _dataset(given, plan.id))


def of_action(given: Given, action: ActionThen) -> Thing:
    """An action, as a part of its plan."""
    own = given.plan(action.plan)
    said = action.statement
    work = {
        "@type": "CreativeWork",
        "@id": given.addresses.action(action.id),
        "url": given.addresses.action(action.id),
        "identifier": f"urn:uuid:{action.id}",
        "name": given.about.plain(action.id, action.text),
        "text": said.public if said and said.public else None,
        "creativeWorkStatus": action.lifecycle_label or action.lifecycle or None,
        "contributor": [{"@type": "Organization", "name": each.name} for each in action.leads] or None,
        "dateModified": said.on if said and said.public else None,
        "isPartOf": _part_of(given, own) if own else None,
        "publisher": _reference(given),
        "license": given.licence.url,
    }
    return _graph(work, _organisation(given))


def of_story(given: Given, story: StoryThen) -> Thing:
    """A story."""
    work = {
        "@type": "Article",
        "@id": given.addresses.story(story.id),
        "url": given.addresses.story(story.id),
        "headline": story.title,
        "about": [{"@id": given.addresses.action(each)} for each in story.actions] or None,
        "publisher": _reference(given),
        "license": given.licence.url,
    }
    return _graph(work, _organisation(given))


def _graph(*things: Mapping[str, Any]) -> Thing:
    told = [{key: value for key, value in thing.items() if value is not None} for thing in things]
    return {"@context": SCHEMA_ORG, "@graph": told}


def _organisation(given: Given) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        "@id": publisher(given),
        "name": given.name,
        "url": given.addresses.place,
        "email": given.about.contact or None,
    }


def _reference(given: Given) -> Thing:
    return {"@id": publisher(given)}


def publisher(given: Given) -> str:
    """What the place is called as a publisher."""
    return f"{given.addresses.place}#place"


def _part_of(given: Given, plan: PlanThen) -> Thing:
    return {"@type": "CreativeWork", "@id": given.addresses.plan(plan.id), "name": plan.title}


def _dataset(given: Given, plan: str) -> Thing:
    return {
        "@type": "Dataset",
        "@id": dataset_id(given, plan),
        "identifier": dataset_id(given, plan),
        "name": dataset_title(given, plan),
        "description": description(given, plan),
        "url": given.addresses.data_page,
        "creator": _reference(given),
        "license": given.licence.url,
        "isAccessibleForFree": True,
        "dateModified": given.published,
        "temporalCoverage": f"{given.record.starts}/{given.record.ends}",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": str(file.title),
                "encodingFormat": file.media_type,
                "contentUrl": given.addresses.data(plan, file.name),
            }
            for file in files_of(plan)
        ],
    }


def dataset_id(given: Given, plan: str) -> str:
    """What the data of a plan are called, or of the place where the plan's id is empty."""
    return f"{given.addresses.data_page}#{plan or 'all'}"


def dataset_title(given: Given, plan: str) -> str:
    """As people read it."""
    told = given.plan(plan)
    return f"{told.title}: actions and progress" if told else f"{given.name}: plans, actions and progress"


def description(given: Given, plan: str) -> str:
    """What the data are, in a sentence of the place or one of ours."""
    written = given.about.plan(plan).summary if plan else given.about.summary
    ours = (
        f"What was promised in {dataset_title(given, plan).partition(':')[0]}, who leads it and how it stands, "
        f"as published by {given.name}."
    )
    return f"{written.strip()} {ours}".strip()[:5000]
