"""Settings, addresses and the menu: the only roof."""
