"""Pages of milestones by day, and the calendar that programs fetch."""
