"""Who is credited with words between quotation marks, and by which rule."""
