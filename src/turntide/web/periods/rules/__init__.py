"""A period as pure data, and what follows from it."""
