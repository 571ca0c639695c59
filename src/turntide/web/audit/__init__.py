"""Who did what, and when. Features write it and never read it."""
