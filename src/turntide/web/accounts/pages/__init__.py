"""What the pages of accounts show."""
