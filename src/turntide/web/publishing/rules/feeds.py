"""Feeds (Atom, RFC 4287) of what is published. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.rules.following import News, sentences
from turntide.web.publishing.rules.giving import Given

MEDIA_TYPE = "application/atom+xml"
MOST_UPDATES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something new. ``id`` never changes; ``updated`` is a moment in ISO 8601; ``html`` is what is told of it."""

    id: str
    title: str
    updated: str
    url: str
    html: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, with the page it is of (``page``) and its own address (``url``)."""

    id: str
    title: str
    author: str
    updated: str
    page: str
    url: str
    rights: str
    language: str
    entries: Sequence[Entry]


def as_atom(feed: Feed) -> bytes:
    """The feed as it is sent, latest first."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _told(root, feed.id, feed.title, feed.updated)
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.url})
    _named(root, "author", feed.author)
    _text(root, "rights", feed.rights)
    for entry in sorted(feed.entries, key=lambda each: each.updated, reverse=True):
        _entry(ET.SubElement(root, "entry"), entry)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def of_updates(given: Given, actions: Iterable[ActionThen]) -> list[Entry]:
    """The latest words about actions, each as an entry."""
    said = [each for each in actions if each.statement and each.statement.public]
    latest = sorted(said, key=_updated, reverse=True)[:MOST_UPDATES]
    return [_of_action(given, each) for each in latest]


def html_of(told: News) -> str:
    """What a publication changed."""
    return "".join(
        f"<p>{escape(heading)}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for heading, lines in sentences(told)
    )


def _of_action(given: Given, action: ActionThen) -> Entry:
    said = action.statement
    assert said is not None
    return Entry(
        id=f"urn:uuid:{said.id}",
        title=given.about.plain(action.id, action.text),
        updated=_updated(action),
        url=given.addresses.action(action.id),
        html="".join(f"<p>{escape(line)}</p>" for line in said.public.splitlines() if line.strip()),
        author=said.body,
    )


def _updated(action: ActionThen) -> str:
    said = action.statement
    return (said.approved_at or f"{said.on}T00:00:00+00:00") if said else ""


def _entry(element: ET.Element, entry: Entry) -> None:
    _told(element, entry.id, entry.title, entry.updated)
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    if entry.author:
        _named(element, "author", entry.author)
    content = ET.SubElement(element, "content", {"type": "html"})
    content.text = _printable(entry.html)


def _told(element: ET.Element, id_: str, title: str, updated: str) -> None:
    _text(element, "id", id_)
    _text(element, "title", " ".join(title.split()))
    _text(element, "updated", updated)


def _named(element: ET.Element, kind: str, name: str) -> None:
    _text(ET.SubElement(element, kind), "name", name)


def _text(element: ET.Element, name: str, text: str) -> None:
    ET.SubElement(element, name).text = _printable(text)


def _printable(text: str) -> str:
    return _UNKNOWN_TO_XML.sub("", text)
