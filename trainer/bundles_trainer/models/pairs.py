"""Learning from the association of pairs of items, for all models of signature `item`."""
import numpy as np
import torch
from torch.nn import functional as F

from bundles_trainer import ranking
from bundles_trainer.models.item_features import feature_arrays
from bundles_trainer.models.task import Task
from bundles_trainer.options import LOOP, Option, with_defaults

PAIR_OPTIONS = with_defaults(LOOP, batchSize=256, learningRate=1e-3, heldOut=0.1, epochs=12, weightDecay=0.1, patience=4) + (
    Option("tokens", 96, "tokens of an item that the bag reads, the first ones", 1, 512),
    Option("encoderTokens", 32, "of these, tokens that the encoder reads", 1, 512),
    Option("bag", 512, "directions of the token bag; 0: no bag", 0, 4096),
    Option("idfPower", 2.0, "how much more rare tokens weigh at the start", 0.0, 4.0),
    Option("likeness", 20.0, "weight of the texts' likeness at the start", 0.1, 1000.0),
    Option("dim", 64, "width of the encoder", 4, 4096),
    Option("layers", 1, "layers of the text encoder; 0: none", 0, 64),
    Option("heads", 2, "attention heads; must divide dim", 1, 64),
    Option("dropout", 0.2, "share of activations left out while learning", 0.0, 0.95),
    Option("negatives", 512, "other items that a step's targets are told from", 1, 1 << 20),
    Option("hardShare", 0.5, "share of them drawn from items that read alike", 0.0, 1.0),
    Option("neighbours", 40, "how many items that read alike each item has", 1, 1000),
    Option("encoder", "", "directory of a pretrained encoder (config.json, model.safetensors); empty: a small one of our own"),
)
CHUNK = 256


class PairTask(Task):
    """Pairs (i, j, S_ij). loss = -S log softmax over j of source(i) . target(j), i itself left out, others sampled.

    Held out are items, with all their pairs: what is judged is naming partners of items that nothing was learned of."""

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        dataset.require(self.NAME, "pair_left", "pair_right", "pair_strength")
        self.given = self._inputs()
        left, right, strength = (np.asarray(dataset.tensors[f"pair_{n}"]) for n in ("left", "right", "strength"))
        keep = (left != right) & (strength > 0)
        self.left, self.right, self.strength = self._both_ways(left[keep], right[keep], strength[keep])
        items = np.unique(np.concatenate([self.left, self.right]))
        chance = np.random.Generator(np.random.PCG64([seed, 3]))
        self.held_items = chance.permutation(items)[: int(len(items) * settings["heldOut"])]
        cold = np.zeros(dataset.items, dtype=bool)
        cold[self.held_items] = True
        aside = cold[self.left] | cold[self.right]
        judged = np.flatnonzero(aside)
        judged = np.sort(chance.permutation(judged)[: settings["heldOutMost"]])
        self.judged = (self.left[judged], self.right[judged])
        self.starts_well = len(judged) > 0
        self.learned_pairs = np.flatnonzero(~aside)
        self.examples = len(self.learned_pairs)
        mean = self.strength[self.learned_pairs].mean() if self.examples else 1.0
        self.weights = np.minimum(self.strength / mean, 10.0).astype(np.float32)
        self.counts = np.bincount(self.right[self.learned_pairs], minlength=dataset.items)
        self.neighbours = None

    @staticmethod
    def _both_ways(left, right, strength):
        """Pairs as they are, where most stand both ways; else also the other way round."""
        least = int(max(left.max(initial=0), right.max(initial=0))) + 1
        there = np.isin(right.astype(np.int64) * least + left, left.astype(np.int64) * least + right)
        if len(left) == 0 or there.mean() > 0.5:
            return left.astype(np.int64), right.astype(np.int64), strength
        left, right = np.concatenate([left, right[~there]]), np.concatenate([right, left[~there]])
        return left.astype(np.int64), right.astype(np.int64), np.concatenate([strength, strength[~there]])

    def _inputs(self):
        raise NotImplementedError

    def _token_array(self):
        """The first tokens of each item, int64 [items, width], 0 pads on the right."""
        offsets = np.asarray(self.dataset.tensors["item_tokens_offsets"])
        values = np.asarray(self.dataset.tensors["item_tokens"])
        width = int(min(self.settings["tokens"], max(np.diff(offsets).max(initial=1), 1)))
        index = offsets[:-1, None] + np.arange(width)
        there = index < offsets[1:, None]
        return np.where(there, values[np.where(there, index, 0)] if len(values) else 0, 0).astype(np.int64)

    def start_neighbours(self, vectors):
        """The items most like each by these normed vectors: hard negatives."""
        number = min(self.settings["neighbours"], self.dataset.items - 1)
        if number < 1:
            return
        found = []
        for begin in range(0, len(vectors), CHUNK):
            alike = vectors[begin : begin + CHUNK] @ vectors.T
            alike[np.arange(len(alike)), np.arange(begin, begin + len(alike))] = -np.inf
            found.append(np.argpartition(-alike, number - 1, axis=1)[:, :number])
        self.neighbours = np.concatenate(found)

    def batch(self, which, chance):
        pairs = self.learned_pairs[which]
        left, right = self.left[pairs], self.right[pairs]
        items, number = self.dataset.items, self.settings["negatives"]
        hard = self.settings["hardShare"] if self.neighbours is not None else 0.0
        drawn = chance.integers(0, items, number)
        shares = np.full(items, (1 - hard) / items)
        if hard > 0:
            lists = self.neighbours[left]
            from_lists = lists[chance.integers(0, len(lists), number), chance.integers(0, lists.shape[1], number)]
            drawn = np.where(chance.random(number) < hard, from_lists, drawn)
            shares += hard * np.bincount(lists.ravel(), minlength=items) / lists.size
        wanted = np.concatenate([left, right, drawn])
        unique, place = np.unique(wanted, return_inverse=True)
        batch = {name: array[unique] for name, array in self.given.items()}
        if "tokens" in batch:
            batch["tokens"] = batch["tokens"][:, : max(int((batch["tokens"] > 0).sum(1).max()), 1)]
        batch.update(
            left=place[: len(left)],
            right=place[len(left) : 2 * len(left)],
            drawn=place[2 * len(left) :],
            log_expected=np.log(number * shares[drawn]).astype(np.float32),
            weight=self.weights[pairs],
        )
        return batch

    def loss(self, batch):
        source, target = self.network(*(batch[name] for name in self.network.names))
        source, others = source[batch["left"]], target[batch["drawn"]]
        own = (source * target[batch["right"]]).sum(1)
        logits = (source @ others.T).float() - batch["log_expected"]
        same = (batch["drawn"][None] == batch["right"][:, None]) | (batch["drawn"][None] == batch["left"][:, None])
        logits = torch.cat([own.float()[:, None], logits.masked_fill(same, -1e9)], dim=1)
        each = F.cross_entropy(logits, torch.zeros(len(own), dtype=torch.long, device=own.device), reduction="none")
        return (each * batch["weight"]).mean()

    def teacher_inputs(self, batch):
        return {name: batch[name] for name in self.network.names}

    def logits_of(self, network, inputs):
        """The association of every pair of the batch's items."""
        source, target = network(*(inputs[name] for name in network.names))
        return source @ target.T

    def encode_all(self, network, device=None):
        """(source, target) of every item, float32 on the CPU; items of like length go together."""
        tokens = self.given.get("tokens")
        order = np.argsort((tokens > 0).sum(1), kind="stable") if tokens is not None else np.arange(self.dataset.items)
        outputs = [None, None]
        for begin in range(0, len(order), CHUNK):
            which = order[begin : begin + CHUNK]
            part = {name: array[which] for name, array in self.given.items()}
            if tokens is not None:
                part["tokens"] = part["tokens"][:, : max(int((part["tokens"] > 0).sum(1).max()), 1)]
            vectors = network(*(torch.from_numpy(part[name]).to(device or "cpu") for name in network.names))
            for side, vector in enumerate(vectors):
                if outputs[side] is None:
                    outputs[side] = torch.zeros(len(order), vector.shape[1])
                outputs[side][torch.from_numpy(which)] = vector.float().cpu()
        return outputs

    def quality(self, runtime):
        left, right = self.judged
        if len(left) == 0:
            return None
        with runtime.autocast():
            source, target = self.encode_all(self.network, runtime.device)
        found = []
        for begin in range(0, len(left), CHUNK):
            rows, aims = left[begin : begin + CHUNK], right[begin : begin + CHUNK]
            scores = source[torch.from_numpy(rows)] @ target.T
            found.extend(ranking.ranks(scores, torch.from_numpy(aims), torch.from_numpy(rows[:, None] + 1)).tolist())
        return ranking.summary(found)

    def popularity_quality(self):
        left, right = self.judged
        if len(left) == 0:
            return None
        counts = torch.as_tensor(self.counts, dtype=torch.float32)[None].expand(len(left), -1)
        return ranking.summary(ranking.ranks(counts, torch.from_numpy(right), torch.from_numpy(left[:, None] + 1)).tolist())

    def samples(self):
        """An item of which nothing is known, the one with the longest text, and others drawn by the seed."""
        chance = np.random.Generator(np.random.PCG64([self.seed, 4]))
        longest = int(np.argmax((self.given["tokens"] > 0).sum(1))) if "tokens" in self.given else 0
        which = np.concatenate([[0, longest], chance.integers(0, self.dataset.items, 22)])
        samples = {name: array[which].copy() for name, array in self.given.items()}
        for array in samples.values():
            array[0] = 0
        return samples

    def embeddings(self):
        with torch.no_grad():
            return self.encode_all(self.network)[1].numpy()

    def features(self):
        """(arrays, {name: (largest number + 1, width or None)}) of what the dataset knows of items."""
        arrays = feature_arrays(self.dataset)
        return arrays, {n: (int(a.max(initial=0)) + 1, a.shape[1] if a.ndim == 2 else None) for n, a in arrays.items()}
