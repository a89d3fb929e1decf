"""publish: a comparison, a review or a redline as html, docx, xlsx, markdown, json, sarif, text.

One file a format, named as `--format` names it, with the constant REPORT that says what it can
show. What every format prints is made once: `_view` is a comparison and `_review` a review as a
reader sees it, `_places` says where words stand, `_words` what things are called in Chinese;
`_page/` holds the HTML, styles and scripts.
"""
