"""What the reader saw, as a web page: each stretch of a file's text beside what it became, and why.

``page.to_html(reading, part)`` gives the page. `values` turns a plan into numbered values that know their
places, `outline` sets them out as the plan, `stretches` cuts the file's texts by them, `sheets` lays out the
tables, and `view` puts it together.
"""
