"""The house styles, one short file each: how to recognise it, and its own words."""
