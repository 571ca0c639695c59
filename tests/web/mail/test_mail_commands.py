"""`turntide mail`: a letter to try the way out, what is due sent, and mail that came back taken in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from mail_server import Postbox, listening
from test_mail_comes_back import report
from worker_site import Site


def mail(site: Site, *words: str, given: bytes = b"", fails: int = 0) -> str:
    """What the command says; it ends as expected and without a traceback."""
    run = subprocess.run(
        [sys.executable, "-m", "turntide", "mail", *words],
        env=site.environment,
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = (run.stdout + run.stderr).decode()
    assert run.returncode == fails, said
    assert "Traceback" not in said
    return said


def test_letters_are_tried_sent_and_taken_back(tmp_path: Path) -> None:
    with listening(Postbox()) as postbox:
        site = Site(tmp_path / "site", postbox)
        letters = site.step("queue", 2)
        assert "Sent to you@alder.example" in mail(site, "test", "you@alder.example")
        assert "2 letters sent" in mail(site, "send") and "0 letters sent" in mail(site, "send")
        first, second = letters
        bounce = report(f"<turntide.{first}@tarrow.example>")
        assert "could not be delivered" in mail(site, "returned", given=bounce)
        file = tmp_path / "bounce.eml"
        file.write_bytes(report(f"<turntide.{second}@tarrow.example>"))
        said = mail(site, "returned", str(file), str(file))
        assert said.count("could not be delivered") == 2 and "as was known" in said
        assert "no letter of this site" in mail(site, "returned", given=b"\xff\x00 anything")
        assert set(site.step("look").values()) == {"returned"}
        postbox.refuses = {"gone@alder.example": "550 5.1.1 no such mailbox"}
        assert "550 5.1.1 no such mailbox" in mail(site, "test", "gone@alder.example", fails=10)


@pytest.mark.parametrize(("words", "status"), [((), 75), (("nowhere.eml",), 10)])
def test_a_piped_mail_that_cannot_be_taken_in_now_is_asked_for_again(
    tmp_path: Path, words: tuple[str, ...], status: int
) -> None:
    """A site that was never started: the mail server keeps the mail, as status 75 asks it to."""
    with listening(Postbox()) as postbox:
        mail(Site(tmp_path, postbox), "returned", *words, given=b"Subject: x\n\ny", fails=status)
