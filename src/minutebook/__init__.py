"""minutebook: any published committee paper becomes one cited record."""
