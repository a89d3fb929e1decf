"""Writing: text ↔ value, pure functions.

How Chinese writes numbers, dates, amounts, citations, names and marks is known here and nowhere
else; nothing here opens a file or knows a stage. To teach the toolkit a new way to write a date or
a unit, change the module of that name.
"""
