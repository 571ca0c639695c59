"""Two editions of a plan, side by side: what became of each action, and what changed.

``compare(old, new)`` gives a `Comparison`; ``page.to_html``, ``lines.to_lines`` and ``data.to_json`` show it.
"""

from turntide.editions.compare import compare
from turntide.editions.comparison import Change, Comparison, Fate, HeadingPairing, Pairing

__all__ = ["Change", "Comparison", "Fate", "HeadingPairing", "Pairing", "compare"]
