"""Views of milestones by day."""
