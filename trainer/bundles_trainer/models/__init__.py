"""The models, one file each. A model is a task (what is learned from) around a network (what is exported)."""
from importlib import import_module

FILES = {
    "causal-transformer": ("causal_transformer", "CausalTransformerTask", "CausalTransformer"),
}


def task_type(name):
    """The task class of a model."""
    file, task, _ = FILES[name]
    return getattr(import_module(f"bundles_trainer.models.{file}"), task)


class _Networks(dict):
    """Network classes by their names, imported when asked for."""

    def __contains__(self, kind):
        return any(network == kind for _, _, network in FILES.values())

    def __missing__(self, kind):
        for file, _, network in FILES.values():
            if network == kind:
                return getattr(import_module(f"bundles_trainer.models.{file}"), network)
        raise KeyError(kind)


NETWORKS = _Networks()
