"""The public pages and those that prepare them."""
