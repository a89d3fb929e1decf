"""One policy in another form: json, akn, markdown, outline."""
