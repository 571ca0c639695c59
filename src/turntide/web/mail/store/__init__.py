"""What is looked up of letters."""
