"""What was gathered put together as a plan, part by part."""
