"""The pair model over everything known of an item: text, categories, attributes, brand, price, and vectors of image and sound."""
import numpy as np

from bundles_trainer.failures import BadInput
from bundles_trainer.models.item_encoder import ItemEncoder  # noqa: F401 (found here by its name)
from bundles_trainer.models.pairs import PAIR_OPTIONS, PairTask
from bundles_trainer.models.text_pair import built_encoder
from bundles_trainer.options import Option


class MultimodalTask(PairTask):
    """Each modality is a part of one sum; a missing one adds nothing, and while learning any may go missing (modality dropout)."""

    NAME = "multimodal"
    OPTIONS = PAIR_OPTIONS + (Option("modalityDropout", 0.2, "chance of a modality to be left out while learning", 0.0, 0.95),)

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        features = self.features()[1]
        vectors = {name: self.given[name].shape[1] for name in ("image", "audio") if name in self.given}
        self.network = built_encoder(self, features, vectors, settings["modalityDropout"])

    def _inputs(self):
        given = {"tokens": self._token_array()} if "item_tokens" in self.dataset.tensors else {}
        given.update(self.features()[0])
        for name in ("image", "audio"):
            if f"item_{name}" in self.dataset.tensors:
                known = np.asarray(self.dataset.tensors[f"item_{name}_known"]).astype(np.int64)
                given[name] = np.where(known[:, None] > 0, np.asarray(self.dataset.tensors[f"item_{name}"]), 0).astype(np.float32)
                given[f"{name}_known"] = known
        if not given:
            raise BadInput("model 'multimodal' needs at least one tensor that describes items; the dataset holds none")
        return given
