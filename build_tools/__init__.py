"""The generator of the annotated case archive."""
