"""A source text as its paragraphs: what each of them is, and what is not the article."""
