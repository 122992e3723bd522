"""The records of a dossier: frozen, and valid from birth."""
