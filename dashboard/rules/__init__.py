"""What the format asks between the records of a dossier, and of their wording; a module a file of the dossier or a subject.

Each rule is a function from a dossier to what breaches it. ``all.RULES`` lists them, each with the files that it needs whole.
"""
