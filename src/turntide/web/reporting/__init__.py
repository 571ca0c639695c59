"""Papers: written from a period, printed as Word, PDF, Excel and web page."""
