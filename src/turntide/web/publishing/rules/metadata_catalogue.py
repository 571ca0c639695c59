"""The catalogue of a place's data (DCAT 3). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.rules.giving_files import File, files_of
from turntide.web.publishing.rules.metadata import dataset_id, dataset_title, description, publisher

Thing = Mapping[str, Any]
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(given: Given) -> Thing:
    """The catalogue of a place's data. Its context stands in it: nobody need fetch one."""
    return {"@context": _CONTEXT, **_catalogue(given)}


def catalogue_of_all(places: Iterable[Given], address: str, title: str) -> Thing:
    """The catalogues of several places as one."""
    return {
        "@context": _CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": title,
        "dct:description": title,
        "dcat:catalog": [_catalogue(each) for each in places],
    }


def _catalogue(given: Given) -> Thing:
    plans = [each.id for each in given.record.plans]
    return {
        "@id": given.addresses.catalogue,
        "@type": "dcat:Catalog",
        "dct:title": f"{given.name}: open data",
        "dct:description": description(given, ""),
        "foaf:homepage": {"@id": given.addresses.place},
        **_told_of(given),
        "dcat:dataset": [_dcat_dataset(given, plan) for plan in ("", *plans)],
    }


def _told_of(given: Given) -> Thing:
    """What a catalogue and its data have in common."""
    return {
        "dct:publisher": {
            "@id": publisher(given),
            "@type": "foaf:Organization",
            "foaf:name": given.name,
        },
        "dct:license": {"@id": given.licence.url},
        "dct:modified": {"@value": given.published, "@type": "xsd:dateTime"},
    }


def _dcat_dataset(given: Given, plan: str) -> Thing:
    told = {
        "@id": dataset_id(given, plan),
        "@type": "dcat:Dataset",
        "dct:identifier": dataset_id(given, plan),
        "dct:title": dataset_title(given, plan),
        "dct:description": description(given, plan),
        "dcat:landingPage": {"@id": given.addresses.data_page},
        "dcat:keyword": ["action plan", "progress", given.name],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": given.record.starts, "@type": "xsd:date"},
            "dcat:endDate": {"@value": given.record.ends, "@type": "xsd:date"},
        },
        **_told_of(given),
        "dcat:distribution": [_distribution(given, plan, file) for file in files_of(plan)],
    }
    if not given.about.contact:
        return told
    contact = {"@type": "vcard:Organization", "vcard:fn": given.name}
    return told | {
        "dcat:contactPoint": contact | {"vcard:hasEmail": {"@id": f"mailto:{given.about.contact}"}}
    }


def _distribution(given: Given, plan: str, file: File) -> Thing:
    address = given.addresses.data(plan, file.name)
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": str(file.title),
        "dcat:accessURL": {"@id": given.addresses.data_page},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{file.media_type}"},
        "dct:license": {"@id": given.licence.url},
        "dct:conformsTo": {"@id": given.addresses.dictionary},
    }
