"""A document as it is meant: the plan in it. `read` runs the stages in order."""
