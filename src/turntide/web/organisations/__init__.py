"""Bodies, teams and the people who stand for them, with every name they go by."""
