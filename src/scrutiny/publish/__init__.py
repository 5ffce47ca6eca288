"""The public face: reads only, and only what the shelf hands out."""
