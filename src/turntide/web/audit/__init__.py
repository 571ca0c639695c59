"""Who did what, and when. Features write it and never read it, but to tell a person what is held, and to forget it."""
