"""What every Excel report is made with: words stay words, and the same bytes each time."""

from __future__ import annotations

from datetime import datetime

# The day of the standard on which nothing here rests: the same input gives the same bytes.
MADE = datetime(2000, 1, 1)
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
