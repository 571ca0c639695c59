"""A plan as a Word document in its own layout, for officers who work on in Word and boards that read on paper.

`columns` says which columns the tables have, `tables` draws them, `body` sets headings and tables, `ending` what
stands after the plan, `styles` and `page` how it looks, and `sealing` makes the same plan give the same bytes.
"""

from turntide.exchange.word.writing import to_docx

__all__ = ["to_docx"]
