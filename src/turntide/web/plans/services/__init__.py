"""The one door for every write to the plan store."""
