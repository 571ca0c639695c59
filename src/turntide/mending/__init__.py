"""Mends: what a person has said of a reading, replayed on the document and on its next edition.

``mend(document, mends)`` reads a document with them; ``offers`` gives those to choose from for a finding.
"""

from turntide.mending.bodies import same_bodies
from turntide.mending.mending import Mended, mend
from turntide.mending.mends import Mend, MendError, as_data, from_data, said
from turntide.mending.offering import offers, remainder

__all__ = [
    "Mend",
    "MendError",
    "Mended",
    "as_data",
    "from_data",
    "mend",
    "offers",
    "remainder",
    "said",
    "same_bodies",
]
