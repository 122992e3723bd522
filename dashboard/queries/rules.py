"""The rules between the records of a dossier that are tried when it is read."""

from dashboard.loading.dossier import Rule
from dashboard.queries import scenes

RULES: tuple[Rule, ...] = (scenes.check,)
