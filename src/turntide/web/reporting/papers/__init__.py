"""Papers written from a record. Pure."""
