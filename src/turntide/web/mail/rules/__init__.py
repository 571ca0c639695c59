"""What holds of letters, without rows: filling, blocks, limits, tries, absences, mail that came back."""
