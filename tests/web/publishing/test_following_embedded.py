"""Other sites may show some pages within their own, where the place allows it; nothing else may be framed."""

from __future__ import annotations

from django.test import Client
from given_fixtures import Published
from made_record import PLAN
from site_cast import Cast

from turntide.web.publishing.services.describing import SiteWords, describe_site

HERE = "/in/tarrow/"
THEME = "3d4f5a10-0000-4000-8000-0000000000a1"
EMBEDDED = ("embed/", f"plans/{PLAN}/embed/", f"themes/{THEME}/embed/")


def test_embedded_pages_alone_may_be_framed(published: Published) -> None:
    for path in EMBEDDED:
        response = Client().get(HERE + path)
        assert response.status_code == 200
        assert "frame-ancestors *" in response["Content-Security-Policy"]
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert "X-Frame-Options" not in response and "Set-Cookie" not in response
        assert '<base target="_top">' in response.content.decode()
    for path in ("", f"plans/{PLAN}/", f"themes/{THEME}/", "follow/", "data/", "elsewhere/"):
        response = Client().get(HERE + path)
        assert response.status_code == 200
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "DENY"


def test_a_snippet_shows_each(published: Published) -> None:
    shown = Client().get(f"{HERE}elsewhere/").content.decode()
    for path in EMBEDDED:
        assert f"&lt;iframe src=&quot;http://localhost:8000{HERE}{path}&quot;" in shown


def test_a_place_may_keep_to_itself(published: Published, cast: Cast) -> None:
    offered = Client().get(f"{HERE}elsewhere/")
    words = SiteWords(summary=published.site.summary, embeddable=False)
    describe_site(place=cast.tarrow, words=words, saw=published.site.version, by=cast.by)
    kept = {"If-None-Match": offered["ETag"]}
    assert Client().get(f"{HERE}elsewhere/", headers=kept).status_code == 200, "it is another page now"
    for path in EMBEDDED:
        assert Client().get(HERE + path).status_code == 404
    assert "iframe" not in Client().get(f"{HERE}elsewhere/").content.decode()
    assert Client().get(HERE).status_code == 200
