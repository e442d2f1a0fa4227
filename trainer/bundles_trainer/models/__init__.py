"""The models, one file each. A model is a task (what is learned from) around a network (what is exported)."""
from importlib import import_module

FILES = {
    "causal-transformer": ("causal_transformer", "CausalTransformerTask", "CausalTransformer"),
    "masked-transformer": ("masked_transformer", "MaskedTransformerTask", "MaskedTransformer"),
    "lstm-two-tower": ("lstm_two_tower", "LstmTwoTowerTask", "LstmTwoTower"),
    "multi-task": ("multi_task", "MultiTask", "MultiTaskTransformer"),
    "vae": ("vae", "VaeTask", "Vae"),
    "gan": ("gan", "GanTask", "Generator"),
    "text-pair": ("text_pair", "TextPairTask", "ItemEncoder"),
    "multimodal": ("multimodal", "MultimodalTask", "ItemEncoder"),
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
