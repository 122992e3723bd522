"""What a command says where it can't do what it was asked for."""


class FailedError(Exception):
    """A command that failed, in words for whoever gave it."""
