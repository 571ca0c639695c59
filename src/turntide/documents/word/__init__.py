"""What a Word file is made of, part by part."""
