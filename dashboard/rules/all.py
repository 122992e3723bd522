"""Every rule between the records of a dossier, each with the files that it needs whole."""

from dashboard.loading.dossier import Rule
from dashboard.queries import scenes

RULES: tuple[Rule, ...] = (Rule(scenes.check),)
