"""What the register's addresses answer."""
