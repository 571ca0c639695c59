"""What every format needs to set a document: marked text, lists, spans, colours."""
