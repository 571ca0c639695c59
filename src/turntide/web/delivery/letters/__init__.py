"""The letters that delivery writes: each module ends with its KINDS."""
