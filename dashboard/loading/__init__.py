"""A folder of YAML into a dossier, or every problem found."""
