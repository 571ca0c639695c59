"""Pictures of a period, drawn as SVG that Word, PDF and the web show alike."""
