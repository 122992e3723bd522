"""Tables of the record, what a reader chose, and everything that is counted or placed from the two."""
