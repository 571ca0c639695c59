"""A paper as bytes: Word, PDF, Excel."""
