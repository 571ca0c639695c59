"""The forms in which plans are changed."""
