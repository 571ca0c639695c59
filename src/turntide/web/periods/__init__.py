"""A period as it stood: taken from plans, delivery and stories, and kept for good."""
