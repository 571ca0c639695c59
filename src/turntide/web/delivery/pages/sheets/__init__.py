"""Pages of answering by Excel."""
