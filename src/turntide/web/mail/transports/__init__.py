"""The ways by which a letter goes out."""
