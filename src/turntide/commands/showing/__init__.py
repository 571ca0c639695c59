"""A plan, and what was found in it, as lines for a terminal."""
