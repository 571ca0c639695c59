"""What templates of accounts need besides the look."""
