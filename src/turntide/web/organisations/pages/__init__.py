"""What the register's pages show."""
