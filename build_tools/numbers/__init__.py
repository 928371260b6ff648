"""What numbers a text gives, in figures and in words of either language."""
