"""Masked transformer over behaviour (Sun et al. 2019, BERT4Rec): hidden entries are named from both sides."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.failures import BadInput
from bundles_trainer.models.blocks import ItemTable, Trunk
from bundles_trainer.models.causal_transformer import TRANSFORMER_OPTIONS, check_heads
from bundles_trainer.models.repeats import Repeats, with_repeats
from bundles_trainer.models.sequences import PREDICT, SEQUENCE_OPTIONS, SequenceTask
from bundles_trainer.models.softmax import IGNORED, softmax_loss
from bundles_trainer.network import Network
from bundles_trainer.options import Option
from bundles_trainer.windows import Windows


class MaskedTransformer(Network):
    """Behaviour and a mask behind it; the mask's position names the item. Actions are tokens: the mask carries the action asked for."""

    signature = "sequence"

    def __init__(self, items, length, actions, asked, dim, heads, layers, dropout, repeats=False):
        super().__init__(
            {
                "items": items, "length": length, "actions": actions, "asked": asked, "dim": dim, "heads": heads,
                "layers": layers, "dropout": dropout, "repeats": repeats,
            }
        )
        self.inputs = [("items", "int64", [length])] + ([("actions", "int64", [length])] if actions else [])
        self.outputs = [("scores", "float32", [items])]
        self.asked = asked
        self.table = ItemTable(items, dim)
        self.mask = nn.Parameter(torch.randn(dim) * 0.02)
        # 0 pads, 1.. are the actions, the last stands for an action that is hidden.
        self.actions = nn.Embedding(actions + 2, dim) if actions else None
        if actions:
            nn.init.normal_(self.actions.weight, std=0.02)
        self.trunk = Trunk(dim, heads, layers, length, dropout, causal=False)
        self.repeats = Repeats(length, items) if repeats else None

    def hidden(self, items, masked, actions=None, newest_only=False):
        """items [n, width]: what stands under a mask counts as no pad, and is not looked at."""
        x = torch.where(masked[..., None], self.mask, self.table.embed(items))
        if self.actions is not None:
            x = x + self.actions(actions)
        return self.trunk(x, items + masked.long(), newest_only)

    def forward(self, items, actions=None):
        items = torch.cat([items[:, 1:], torch.zeros_like(items[:, :1])], dim=1)
        masked = torch.arange(items.shape[1], device=items.device)[None].expand_as(items) == items.shape[1] - 1
        if actions is not None:
            actions = torch.cat([actions[:, 1:], torch.full_like(actions[:, :1], self.asked)], dim=1)
        return with_repeats(self.table.scores(self.hidden(items, masked, actions, newest_only=True)[:, 0]), self.repeats, items)


class MaskedTransformerTask(SequenceTask):
    """Half of the rows hide one entry and all after it, as when a model is asked; half hide entries anywhere."""

    OPTIONS = SEQUENCE_OPTIONS + TRANSFORMER_OPTIONS + (
        PREDICT,
        Option("maskShare", 0.25, "share of entries hidden in rows that hide entries anywhere", 0.01, 0.9),
        Option("actionWeight", 0.2, "weight of naming hidden actions", 0.0, 10.0),
        Option("askedAction", "", "action whose item is asked for; empty: purchase, or the last one known"),
    )

    def __init__(self, dataset, settings, seed):
        super().__init__(dataset, settings, seed)
        check_heads(settings)
        known = len(dataset.actions) if self.reads_actions else 0
        self.network = MaskedTransformer(
            dataset.items, self.length, known, self._asked() if known else 0,
            settings["dim"], settings["heads"], settings["layers"], settings["dropout"], self.by_basket,
        )
        self.network.table.start_from_counts(self.counts)
        self.network.table.start_from_company(self.company())
        self.action_head = nn.Linear(settings["dim"], known) if known else None
        self._hidden_action = known + 1

    def _asked(self):
        actions, asked = self.dataset.actions, self.settings["askedAction"]
        if asked and asked not in actions:
            raise BadInput(f"askedAction is '{asked}'; the dataset knows {', '.join(actions)}")
        return (actions.index(asked or "purchase") if asked or "purchase" in actions else len(actions) - 1) + 1

    def batch(self, which, chance):
        starts, ends = self.windows.starts[which], self.windows.ends[which]
        newest = chance.random(len(which)) < 0.5
        anywhere = starts + (chance.random(len(which)) * (ends - starts)).astype(np.int64)
        cut = np.where(chance.random(len(which)) < 0.5, ends - 1, anywhere)
        if self.by_basket:
            cut = np.maximum(self.basket_begin[cut], starts)
        windows = Windows(starts, np.where(newest, cut + 1, ends))
        rows = np.arange(len(which))
        width = max(windows.longest(rows), 1)
        items = windows.padded(rows, self.items_of, width)
        place = windows.ends[:, None] - np.arange(width, 0, -1)
        there = items > 0
        masked = there & (chance.random(items.shape) < self.settings["maskShare"])
        masked[newest] = False
        masked[:, -1] |= newest | ~masked.any(1)
        aims = np.where(there, place, 0)
        if self.by_basket:
            within = aims + (chance.random(aims.shape) * self.basket_size[aims]).astype(np.int64)
            snapped = newest[:, None] & (self.basket_begin[aims] == aims)
            aims = np.where(snapped, np.minimum(within, len(self.items_of) - 1), aims)
        targets = self.items_of[aims].astype(np.int64)
        repeat = np.zeros_like(masked)
        if not self.by_basket:
            repeat[:, 1:] = items[:, 1:] == items[:, :-1]
        batch = {
            "items": np.where(masked, 0, items),
            "masked": masked,
            "targets": np.where(masked & ~repeat, targets, IGNORED),
        }
        if self.reads_actions:
            actions = windows.padded(rows, self.actions_of, width)
            hidden = masked & ~newest[:, None] & (chance.random(items.shape) < 0.3)
            batch["actions"] = np.where(hidden, self._hidden_action, actions)
            batch["action_targets"] = np.where(hidden, actions - 1, IGNORED)
        return self.with_draws(batch, chance)

    def loss(self, batch):
        hidden = self.network.hidden(batch["items"], batch["masked"], batch.get("actions"))
        loss = softmax_loss(self.network.table.weight, self.network.table.bias, hidden, batch, repeats=self.network.repeats)
        if self.action_head is not None:
            hidden_actions = batch["action_targets"] != IGNORED
            if hidden_actions.any():
                named = F.cross_entropy(self.action_head(hidden[hidden_actions]).float(), batch["action_targets"][hidden_actions])
                loss = loss + self.settings["actionWeight"] * named
        return loss

    def teacher_inputs(self, batch):
        """The batch's rows without what is hidden: gaps read as pads."""
        inputs = {"items": batch["items"]}
        if "actions" in batch:
            inputs["actions"] = torch.where(batch["items"] > 0, batch["actions"].clamp(max=len(self.dataset.actions)), 0)
        return inputs

    def embeddings(self):
        return self.network.table.weight.detach().cpu().numpy()
