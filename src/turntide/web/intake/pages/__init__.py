"""What the pages of bringing a plan in show."""
