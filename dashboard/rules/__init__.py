"""The rules of the format between the records of a dossier, a module a file or subject; ``RULES`` lists them."""
