"""Archive -> files for other programs. Never a second truth."""
