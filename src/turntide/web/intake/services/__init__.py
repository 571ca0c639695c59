"""The one door for every write about files being brought in."""
