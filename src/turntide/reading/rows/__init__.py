"""The rows of a segment, read as records."""
