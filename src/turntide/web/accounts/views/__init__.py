"""Pages of accounts, and what is done from them."""
