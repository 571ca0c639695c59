"""What holds of stories, without rows: pure."""
