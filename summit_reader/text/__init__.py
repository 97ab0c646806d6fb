"""How news prose is read: cleaning, paragraphs, quotations, cues, speakers, press-review blocks."""
