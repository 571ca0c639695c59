"""What a workbook is made of: sheets, cells, number formats."""
