"""What an OpenDocument file is made of, part by part."""
