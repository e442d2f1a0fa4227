"""Which two products sell together, from their texts alone: a text encoder beside a learned bag of tokens."""
import numpy as np
import torch

from bundles_trainer.failures import BadInput
from bundles_trainer.models.bert import read_encoder
from bundles_trainer.models.causal_transformer import check_heads
from bundles_trainer.models.item_encoder import ItemEncoder
from bundles_trainer.models.latent_tokens import directions
from bundles_trainer.models.pairs import PAIR_OPTIONS, PairTask


class TextPairTask(PairTask):
    """Reads `tokens` alone."""

    NAME = "text-pair"
    OPTIONS = PAIR_OPTIONS

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        self.network = built_encoder(self, {}, {}, 0.0)

    def _inputs(self):
        self.dataset.require(self.NAME, "item_tokens")
        return {"tokens": self._token_array()}


def built_encoder(task, features, vectors, modality_dropout):
    """The network of a pair task: text parts where it reads tokens, started from the catalogue or from a pretrained encoder."""
    settings, tokens = task.settings, task.given.get("tokens")
    shape = {"dim": settings["dim"], "heads": settings["heads"], "layers": settings["layers"], "wide": 4 * settings["dim"]}
    vocabulary, weights = task.dataset.vocabulary, None
    if settings["encoder"]:
        if tokens is None:
            raise BadInput("the option 'encoder' needs the tensor 'item_tokens'")
        shape, weights, most = read_encoder(settings["encoder"])
        known = shape.pop("vocabulary")
        if vocabulary > known or min(settings["encoderTokens"], tokens.shape[1]) > most:
            raise BadInput(
                f"the encoder knows {known} tokens and {most} places; the dataset has {vocabulary} tokens and encoderTokens is {settings['encoderTokens']}"
            )
        vocabulary = known
    else:
        check_heads(settings)
    read = min(settings["encoderTokens"], tokens.shape[1]) if tokens is not None else 0
    bag = min(settings["bag"], task.dataset.items) if tokens is not None else 0
    network = ItemEncoder(
        vocabulary=vocabulary if tokens is not None else 0, tokens=tokens.shape[1] if tokens is not None else 0, read=read, bag=bag,
        dropout=settings["dropout"], features=features, vectors=vectors, modality_dropout=modality_dropout,
        likeness=settings["likeness"], **shape,
    )
    if weights is not None:
        own = {**weights, "places.weight": weights["places.weight"][:read]}
        try:
            network.text.load_state_dict(own)
        except RuntimeError as error:
            raise BadInput(f"encoder directory '{settings['encoder']}' does not fit its own config.json: {error}") from error
    if bag:
        found, log_idf = directions(tokens, vocabulary, bag, settings["idfPower"], task.seed)
        network.bag.directions.weight.copy_(torch.from_numpy(found))
        network.bag.log_idf.copy_(torch.from_numpy(log_idf))
        with torch.no_grad():
            alike = [network.bag(torch.from_numpy(tokens[b : b + 256])).numpy() for b in range(0, len(tokens), 256)]
        task.start_neighbours(np.concatenate(alike))
    return network
