"""What every model's task has in common: examples, loss, held-out quality, samples, and learning from a teacher."""
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer import ranking
from bundles_trainer.failures import BadInput

CHUNK = 256


class Task(nn.Module):
    """A network with what it learns from. Subclasses set `network`, `examples`, and give batches and their loss.

    forward(batch) is the loss, so that wrappers of modules (compilers, averaging over processes) wrap the whole step."""

    OPTIONS = ()
    length = None
    # Whether the weights before the first step are worth keeping, should learning make nothing better of them.
    starts_well = False
    # Whether items of a row are asked for again: then they are ranked like any other.
    repeats_count = False

    def __init__(self, dataset, settings, seed):
        super().__init__()
        self.dataset, self.settings, self.seed = dataset, settings, seed
        self._teacher = ()
        self.held = None

    def begin_pass(self, chance):
        """Called before each pass over the examples, with chance of that pass alone."""

    def batch(self, which, chance):
        """Arrays of the chosen examples; all randomness from `chance`."""
        raise NotImplementedError

    def loss(self, batch):
        raise NotImplementedError

    def forward(self, batch):
        loss = self.loss(batch)
        if not self._teacher:
            return loss
        weight = self.settings["distillWeight"]
        return (1 - weight) * loss + weight * self.distance_to_teacher(batch)

    def learn_from(self, network, manifest):
        """Takes a teacher of the same signature and items (Hinton et al. 2015). It is no part of the module."""
        if network.signature != self.network.signature or manifest.get("items") != self.dataset.items:
            raise BadInput(
                f"the teacher has signature {network.signature} and {manifest.get('items')} items; "
                f"expected {self.network.signature} and {self.dataset.items}"
            )
        mine, its = ({name for name, _, _ in n.inputs} for n in (self.network, network))
        if not its <= mine:
            raise BadInput(f"the teacher reads {', '.join(sorted(its - mine))}, which this model does not")
        self._teacher = (network.eval().requires_grad_(False),)

    def teacher_inputs(self, batch):
        """The batch as inputs of the signature, by name."""
        raise NotImplementedError

    def distance_to_teacher(self, batch):
        """T^2 KL(softmax(teacher / T) || softmax(student / T)), the mean over rows."""
        inputs = self.teacher_inputs(batch)
        teacher = self._teacher[0].to(next(iter(inputs.values())).device)
        with torch.no_grad():
            theirs = self.logits_of(teacher, inputs)
        return self.divergence(theirs, self.logits_of(self.network, inputs))

    def divergence(self, theirs, mine):
        """T^2 KL of two arrays of logits [n, k], the mean over rows."""
        temperature = self.settings["distillTemperature"]
        theirs, mine = (F.log_softmax(logits.float() / temperature, -1) for logits in (theirs, mine))
        return temperature**2 * F.kl_div(mine, theirs, reduction="batchmean", log_target=True)

    def logits_of(self, network, inputs):
        return network(*(self._cropped(inputs[name], shape) for name, _, shape in network.inputs))

    @staticmethod
    def _cropped(tensor, shape):
        return tensor[:, -shape[0] :] if shape and tensor.ndim == 2 else tensor

    def quality(self, runtime):
        """Ranking of held-out rows: {"quality", "hitRate10"}, or None where none are held out."""
        if self.held is None:
            return None
        inputs, targets = self.held
        found = []
        for begin in range(0, len(targets), CHUNK):
            part = slice(begin, begin + CHUNK)
            tensors = {name: torch.from_numpy(array[part]).to(runtime.device) for name, array in inputs.items()}
            with runtime.autocast():
                scores = self.network(*(tensors[name] for name, _, _ in self.network.inputs))
            aims = torch.from_numpy(targets[part]).to(runtime.device)
            found.extend(ranking.ranks(scores.float(), aims, self._shut(tensors["items"])).tolist())
        return ranking.summary(found)

    def final_quality(self):
        """The held-out quality of the weights that are written."""
        from types import SimpleNamespace
        from contextlib import nullcontext

        with torch.no_grad():
            return self.quality(SimpleNamespace(device=torch.device("cpu"), autocast=nullcontext))

    def popularity_quality(self):
        """The same of plain popularity, as a measure to read the quality by."""
        if self.held is None:
            return None
        inputs, targets = self.held
        counts = torch.as_tensor(self.counts, dtype=torch.float32)
        found = []
        for begin in range(0, len(targets), CHUNK):
            part = slice(begin, begin + CHUNK)
            aims = torch.from_numpy(targets[part])
            seen = self._shut(torch.from_numpy(inputs["items"][part]))
            found.extend(ranking.ranks(counts[None].expand(len(aims), -1), aims, seen).tolist())
        return ranking.summary(found)

    def _shut(self, seen):
        return torch.zeros_like(seen) if self.repeats_count else seen

    def samples(self):
        """Parity inputs by name: at least 16 rows, the first empty, the second as long as can be."""
        raise NotImplementedError

    def embeddings(self):
        """float32 [items, d], or None."""
        return None

    def learned(self):
        """What else is worth telling in the manifest."""
        return {}
