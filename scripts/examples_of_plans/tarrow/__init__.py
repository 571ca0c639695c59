"""The invented borough of Tarrow and its district of Wexcombe: their plans, as data."""
