"""The pages of plans: what they hold, and where it is changed."""
