"""Reading a document: every stage in order, and what each decided."""

from __future__ import annotations

from dataclasses import replace

from turntide.checking.checking import check
from turntide.documents.document import Document
from turntide.reading.assembling.plan import assemble
from turntide.reading.doubts import doubts
from turntide.reading.instructions import NOTHING, Instructions
from turntide.reading.layouts.walking import gather
from turntide.reading.ledger import unplaced
from turntide.reading.trace import Reading


def read(document: Document, given: Instructions = NOTHING) -> Reading:
    """The plan in a document, with every word of it in some place, every doubt said, and why.

    What a person has told of the document goes before what the reader thinks.
    """
    gathered = gather(document, given)
    plan = assemble(gathered, document)
    plan = replace(plan, unplaced=unplaced(document, plan))
    plan = replace(plan, findings=doubts(gathered, document, plan))
    plan = replace(plan, findings=plan.findings + check(plan))
    return Reading(document, plan, tuple(gathered.decisions))
