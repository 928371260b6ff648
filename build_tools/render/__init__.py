"""HTML: the only place where the words of a seed meet markup."""
