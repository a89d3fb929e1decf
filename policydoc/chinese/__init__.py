"""Writing: text ↔ value, pure functions."""
