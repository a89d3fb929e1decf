"""GB/T 9704-2012: the facts of the layout once, the styles that build it, the checker."""
