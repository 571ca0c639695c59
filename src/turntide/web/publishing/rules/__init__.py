"""What may be public. Pure."""
