"""Carrying everything an installation holds: into a backup, out of it, from one database to another."""
