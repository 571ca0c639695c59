"""Pages of bringing a plan in."""
