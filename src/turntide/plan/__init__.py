"""What a plan is. Imports nothing else of Turntide."""
