"""What may end a run, and the exit code the caller sees for it."""


class BadInput(Exception):
    """The dataset, the options or a model folder are not what the contract says. Exit code 2."""


class TrainingFailed(Exception):
    """The training diverged, or this machine cannot do it. Exit code 3."""
