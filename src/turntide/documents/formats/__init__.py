"""One file a format. Each gives ``lay_out(content: bytes, name: str) -> Document``."""
