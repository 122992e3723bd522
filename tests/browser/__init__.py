"""What a reader does in the browser, against the real app and the real record."""
