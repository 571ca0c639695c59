"""What the pages of plans show, and in which words."""
