"""Opening a file from its path or its bytes: what is no file is said, what is one is read under its name."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hostile_making import EVERY_ENDING, PLAN, docx, old_word, pdf, xlsx

from turntide.documents.document import Document
from turntide.documents.guarding import conversion
from turntide.documents.guarding.limits import LIMITS
from turntide.documents.opening import open_bytes, open_document, open_here
from turntide.documents.refusals import Reason, Refusal

_ROW = rb"{\trowd\cellx3000\cellx6000\intbl Open the lido\cell Leisure Trust\cell\row}"
RICH = rb"{\rtf1\ansi" + _ROW + rb"\pard Draft\par}"


def refused(path: Path, reason: Reason) -> str:
    with pytest.raises(Refusal) as caught:
        open_document(path)
    assert caught.value.reason is reason
    return caught.value.sentence


def words(document: Document) -> str:
    return " ".join(document.texts.values())


def test_a_file_is_read_under_its_own_name_and_fingerprint(tmp_path: Path) -> None:
    path, made = tmp_path / "Plan 2030.docx", docx()
    path.write_bytes(made)
    document = open_document(path)
    assert document.name == "Plan 2030.docx"
    assert document.fingerprint == sha256(made).hexdigest()
    assert PLAN in words(document)
    assert document.doubts == ()


def test_the_same_file_is_the_same_document_apart_and_here() -> None:
    content = docx()
    apart = open_bytes(content, "plan.docx")
    assert apart == open_here(content, "plan.docx") == open_bytes(content, "plan.docx")


def test_a_word_file_named_pdf_is_read_with_a_doubt() -> None:
    document = open_bytes(docx(), "plan.pdf")
    assert PLAN in words(document)
    assert document.doubts[0].startswith("The name ends in .pdf, but the file is a Word document")


def test_pasted_words_are_read_as_text() -> None:
    assert PLAN in words(open_bytes(PLAN.encode(), "-"))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "not there" in refused(tmp_path / "none.docx", Reason.MISSING)
    assert "not there" in refused(tmp_path / "a\0b.docx", Reason.MISSING)
    assert "not there" in refused(tmp_path / ("long" * 200), Reason.MISSING)
    assert "not there" in refused(tmp_path / "none" / ".." / "none.docx", Reason.MISSING)


def test_a_link_that_leads_in_a_circle_is_not_there(tmp_path: Path) -> None:
    circle = tmp_path / "circle.docx"
    circle.symlink_to(circle)
    assert "not there" in refused(circle, Reason.MISSING)


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(docx())
    (tmp_path / "latest.docx").symlink_to(tmp_path / "plan.docx")
    assert open_document(tmp_path / "latest.docx").name == "latest.docx"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path, Reason.MISSING)


def test_a_pipe_and_a_device_are_no_files_and_keep_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    assert "pipe" in refused(tmp_path / "pipe.docx", Reason.MISSING)
    assert "device" in refused(Path("/dev/zero"), Reason.MISSING)


def test_a_file_one_may_not_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "closed.docx"
    path.write_bytes(docx())
    path.chmod(0)
    if os.geteuid() == 0:  # root may read everything, so somebody else has to try
        tmp_path.chmod(0o755)
        assert _as_nobody(path) == Reason.MISSING.value
    else:
        assert "may not be read" in refused(path, Reason.MISSING)


def _as_nobody(path: Path) -> str:
    """The reason for which a user without rights cannot read the path; our own rights stay as they are."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        try:
            open_document(path)
        except Refusal as refusal:
            os.write(writing, refusal.reason.value.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        return answer.read()


def test_a_name_with_odd_characters_gives_a_clean_sentence(tmp_path: Path) -> None:
    sentence = refused(tmp_path / "our\n\x1b[31mplan\u202e.docx", Reason.MISSING)
    assert sentence.isprintable()
    assert "“our [31mplan .docx”" in sentence


def test_a_name_in_a_broken_encoding_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.docx")
    path.write_bytes(docx())
    assert open_document(path).name.encode() == b"caf .docx"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    with path.open("wb") as file:
        file.truncate(LIMITS.file_bytes + 1)
    assert "100 MB" in refused(path, Reason.TOO_LARGE)


def test_the_limit_holds_for_bytes_as_well() -> None:
    with pytest.raises(Refusal) as caught:
        open_bytes(docx(), "plan.docx", replace(LIMITS, file_bytes=99))
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("ending", EVERY_ENDING)
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan.{ending}"
    path.touch()
    assert "empty" in refused(path, Reason.EMPTY)


def test_rich_text_is_converted_and_says_so() -> None:
    document = open_bytes(RICH, "plan.rtf")
    assert document.fingerprint == sha256(RICH).hexdigest()
    assert document.name == "plan.rtf"
    assert any("LibreOffice converted it" in doubt for doubt in document.doubts)
    assert "Leisure Trust" in words(document)
    assert len(document.tables) == 1


def test_old_word_is_converted(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(docx())
    old = _made_old(tmp_path / "plan.docx", "doc")
    document = open_document(old)
    assert document.name == "plan.doc"
    assert PLAN in words(document)


def test_old_excel_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(xlsx())
    assert PLAN in words(open_document(_made_old(tmp_path / "plan.xlsx", "xls")))


def _made_old(path: Path, ending: str) -> Path:
    """The file in the format of old, by LibreOffice itself (scripts/debian-packages installs it)."""
    command = conversion.program()
    assert command, "LibreOffice is wanted: run scripts/debian-packages"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        [command, profile, "--headless", "--convert-to", ending, "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
    )
    return path.with_suffix(f".{ending}")


@pytest.mark.parametrize("content", [RICH, old_word()])
def test_without_libreoffice_the_way_to_install_it_is_said(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refusal) as caught:
        open_bytes(content, "plan.rtf")
    assert caught.value.reason is Reason.NEEDS_PROGRAM
    assert "libreoffice-writer-nogui" in caught.value.sentence


def test_an_old_word_file_that_cannot_be_converted_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        open_bytes(old_word(), "plan.doc")
    assert caught.value.reason in {Reason.DAMAGED, Reason.EMPTY}


def test_a_conversion_that_takes_too_long_is_ended_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(Refusal) as caught:
        open_bytes(RICH, "plan.rtf", replace(LIMITS, conversion_seconds=0.2))
    assert caught.value.reason is Reason.TOO_LARGE
    assert list(tmp_path.iterdir()) == []


def test_pages_of_a_pdf_are_counted_before_they_are_read() -> None:
    with pytest.raises(Refusal) as caught:
        open_bytes(pdf(pages=9), "plan.pdf", replace(LIMITS, pages=8))
    assert caught.value.reason is Reason.TOO_LARGE
    assert "9 pages" in caught.value.sentence
