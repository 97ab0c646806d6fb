"""What is told of somebody without quotation marks: where it begins, where it ends."""
