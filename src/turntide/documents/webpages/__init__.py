"""What a web page is made of: its blocks, its tables, its style."""
