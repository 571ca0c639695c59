"""What a plan lacks, as a plan officer would put it.

``check(plan)`` gives the findings; each kind is explained in ``Kind`` and in docs/findings.md. One module
holds one family of checks, each a pure function from a plan to findings, listed in ``checking.CHECKS``.
"""

from turntide.checking.bodies import same_body, spellings
from turntide.checking.checking import check
from turntide.checking.kinds import Kind

__all__ = ["Kind", "check", "same_body", "spellings"]
