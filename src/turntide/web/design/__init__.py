"""The look of the site: components, form fields, compiled style. It knows no models."""
