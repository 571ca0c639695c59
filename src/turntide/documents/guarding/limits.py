"""Every limit under which a file is opened, in one place.

The figures come from trials of the libraries we use: a plan of 34 pages took 3 seconds and 50 MB at most, a
Word or Excel plan 0.4 seconds and 35 MB, while files made to do harm took 2 GB or never ended. So honest
plans stay far below each limit, and harmful files meet one of them early. How deep parts may be nested is for
each format's reader to say, as it knows what it walks.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask of us; sizes are in bytes and times in seconds.

    * ``file_bytes``: the file itself. A scanned plan of 200 pages is about 60 MB.
    * ``plain_bytes``: a file of plain words (text, CSV, Markdown, HTML). The longest plan seen has 1 MB.
    * ``zip_total``, ``zip_ratio``, ``zip_members``: what an Office file may unpack to, how many times its
      packed size that may be, and how many parts it may have. Honest files were seen at up to 40 times; the
      zip bomb tried at 1,000. Parts below ``zip_ratio_from`` do no harm at any ratio.
    * ``prolog_bytes``: how far an XML part's first element may stand from its beginning.
    * ``pages``: of a PDF. ``stream_bytes``: what one stream of a PDF that is no picture may unpack to.
    * ``seconds``: wall clock for one file, with ``pdf_seconds_per_megabyte`` more for a PDF, because a scanned
      page takes 3 to 5 seconds to recognise and has some 100 KB, up to ``pdf_seconds``. ``pdf_threads`` is
      how many times the wall clock a PDF may use of the processors.
    * ``memory``: address space beyond what our process has already; ``pdf_memory``: the same for a PDF,
      as recognising three pages takes 1.5 GB. ``conversion_memory``, ``conversion_seconds``: for LibreOffice.
    * ``written_bytes``: any one file written on the way. ``answer_bytes``: the document handed back.
    """

    file_bytes: int = 100 * MEGABYTE
    plain_bytes: int = 20 * MEGABYTE
    zip_total: int = 100 * MEGABYTE
    zip_ratio: int = 150
    zip_ratio_from: int = MEGABYTE
    zip_members: int = 10_000
    prolog_bytes: int = MEGABYTE
    pages: int = 2_000
    stream_bytes: int = 100 * MEGABYTE
    seconds: float = 60
    pdf_seconds: float = 900
    pdf_seconds_per_megabyte: float = 100
    pdf_threads: int = 4
    memory: int = 1536 * MEGABYTE
    pdf_memory: int = 4096 * MEGABYTE
    conversion_memory: int = 4096 * MEGABYTE
    conversion_seconds: float = 60
    written_bytes: int = 200 * MEGABYTE
    answer_bytes: int = 256 * MEGABYTE

    def budget(self, format_: str, size: int) -> Budget:
        """What reading a file of this format and size (in bytes) may use."""
        if format_ != PDF:
            return Budget(self.seconds, self.seconds, self.memory, self.written_bytes, self.answer_bytes)
        wall = min(self.pdf_seconds, self.seconds + self.pdf_seconds_per_megabyte * size / MEGABYTE)
        return Budget(wall, wall * self.pdf_threads, self.pdf_memory, self.written_bytes, self.answer_bytes)


@dataclass(frozen=True, slots=True)
class Budget:
    """What one reading process may use: seconds of wall clock and of processor, bytes of the rest."""

    wall: float
    cpu: float
    memory: int
    written: int
    answer: int


LIMITS = Limits()
"""The limits used unless others are given."""
