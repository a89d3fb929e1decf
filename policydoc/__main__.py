"""`python -m policydoc`."""

from policydoc.cli import main

main()
