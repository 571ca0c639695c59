"""Pictures drawn from a record, as SVG with their tables. Pure."""
