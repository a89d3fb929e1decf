"""One comparison or review as html, docx, xlsx, markdown, json or sarif."""
