"""Pages of what happened to an action, and of what was decided."""
