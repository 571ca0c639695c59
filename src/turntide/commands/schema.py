"""`turntide schema`: the JSON Schema of the interchange standard."""

from __future__ import annotations

EPILOG = """
\b
Example:
  turntide schema > turntide-plan-1.schema.json
"""


def schema() -> None:
    """Print the JSON Schema of the data that “turntide read --format json” gives."""
    from turntide.commands.showing.screen import put_bytes
    from turntide.plan.schema import schema_text

    put_bytes(schema_text().encode())
