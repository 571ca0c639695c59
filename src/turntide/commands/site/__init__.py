"""The commands that run and look after the site. Only they open the web, and only when they are run."""
