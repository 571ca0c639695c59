"""What the public pages' templates ask for beside their page."""
