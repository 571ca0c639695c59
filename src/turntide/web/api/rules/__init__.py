"""What programs may do. Pure."""
