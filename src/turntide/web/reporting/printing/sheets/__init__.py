"""The sheets of a paper's workbook."""
