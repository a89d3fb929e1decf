"""write: one policy in another form: json, akn, markdown, outline.

One file a form, named as `parse --format` names it, with the constant WRITER.
"""
