"""A plan written for other programs and for people, and read back: JSON, CSV, Excel, Markdown, Word, tables.

`interchange` is the standard itself (JSON); `csv_table`, `workbook` and `markdown_text` carry all of a plan
but its sources; `word` sets it as a document for people; `validating` says in sentences what is wrong with a
file of the standard; `recognising` tells our own files from a council's; `frames` gives tables for notebooks;
`writing` writes a plan by format name.
"""
