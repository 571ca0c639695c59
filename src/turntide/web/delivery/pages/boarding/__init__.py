"""Pages of the officer's board."""
