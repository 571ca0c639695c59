"""The one door for every write to the register."""
