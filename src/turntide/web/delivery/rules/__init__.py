"""What holds in delivery, without rows: pure."""
