"""Tables and records into HTML. Templates escape whatever they are given, so text from the record is never markup."""
