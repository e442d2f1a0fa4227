"""Entries of one basket have no order: what keeps company is found wherever it stands."""
import numpy as np
import torch

from bundles_trainer.dataset import Dataset
from bundles_trainer.models import task_type
from bundles_trainer.network import load_network
from bundles_trainer.options import read_config
from tests.planted import ragged, write_dataset
from tests.running import FolderTest

PAIRS = 30
ITEMS = 2 * PAIRS
LEARNING = {"dim": 32, "length": 8, "layers": 1, "epochs": 40, "patience": 20, "learningRate": 5e-3, "start": "chance"}


def couples(rows=500, seed=3):
    """Sets of two couples, an item below PAIRS and its partner PAIRS above, in the order of their numbers: partners of small ones last."""
    chance = np.random.default_rng(seed)
    out = []
    for _ in range(rows):
        small = chance.choice(PAIRS, 2, replace=False)
        out.append(sorted([*small.tolist(), *(small + PAIRS).tolist()]))
    return out


class BasketTests(FolderTest):
    def dataset(self, with_baskets=True, **more):
        rows = couples()
        return write_dataset(self.path("data"), rows, ITEMS, baskets=[[0] * len(row) for row in rows] if with_baskets else None, **more)

    def found(self, asked):
        """Share of the items `asked` for whose partner is named first when the item alone is told."""
        network, manifest = load_network(self.path("model"))
        items = np.zeros((len(asked), manifest["length"]), dtype=np.int64)
        items[:, -1] = asked + 1
        with torch.no_grad():
            scores = network.eval()(torch.from_numpy(items)).numpy()
        scores[np.arange(len(asked)), asked] = -np.inf
        return np.mean(scores.argmax(1) == (asked + PAIRS) % ITEMS)

    def assert_found_both_ways(self, model, **more):
        config = {name: value for name, value in LEARNING.items() if name != "layers" or model != "lstm-two-tower"}
        manifest, _ = self.trained(model, self.dataset(**more), config=config)
        self.assertEqual("set", manifest["rows"])
        self.assertGreater(self.found(np.arange(PAIRS)), 0.8)
        self.assertGreater(self.found(np.arange(PAIRS, ITEMS)), 0.8)

    def test_causal_transformer_set_finds_the_partner_wherever_it_stands(self):
        self.assert_found_both_ways("causal-transformer")

    def test_masked_transformer_set_finds_the_partner_wherever_it_stands(self):
        self.assert_found_both_ways("masked-transformer")

    def test_lstm_two_tower_set_finds_the_partner_wherever_it_stands(self):
        self.assert_found_both_ways("lstm-two-tower")

    def test_multi_task_set_finds_the_partner_wherever_it_stands(self):
        self.assert_found_both_ways("multi-task", **ragged([[item % 2] for item in range(ITEMS)], "item_categories"))

    def test_causal_transformer_steps_keep_their_order(self):
        """The same rows without baskets are steps: nothing small ever follows anything large."""
        manifest, _ = self.trained("causal-transformer", self.dataset(with_baskets=False), config=LEARNING)
        self.assertEqual("steps", manifest["rows"])
        self.assertLess(self.found(np.arange(PAIRS, ITEMS)), 0.3)

    def test_begin_pass_another_order_within_the_same_baskets(self):
        rows = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]] * 3
        data = write_dataset(self.path("data"), rows, 10, baskets=[[0] * 6 + [1] * 4] * 3)
        kind = task_type("causal-transformer")
        task = kind(Dataset(data), read_config(None, kind.OPTIONS), 1)
        seen = []
        for number in (1, 2, 1):
            task.begin_pass(np.random.Generator(np.random.PCG64([1, 6, number])))
            seen.append(task.items_of.reshape(3, 10).tolist())
            for row in seen[-1]:
                self.assertEqual(set(range(6)), set(row[:6]))
                self.assertEqual(set(range(6, 10)), set(row[6:]))
        self.assertEqual(seen[0], seen[2])
        self.assertNotEqual(seen[0], seen[1])

    def test_predict_auto_asks_for_baskets_only_where_rows_hold_several(self):
        kind = task_type("causal-transformer")
        settings = read_config(None, kind.OPTIONS)
        self.assertFalse(kind(Dataset(self.dataset()), settings, 1).by_basket)
        several = write_dataset(self.path("several"), [[0, 1, 2]] * 2, 3, baskets=[[0, 0, 1]] * 2)
        self.assertTrue(kind(Dataset(several), settings, 1).by_basket)

    def test_predict_basket_of_single_sets_is_refused(self):
        code, errors, _ = self.train("causal-transformer", self.dataset(), config={"predict": "basket"})
        self.assertEqual(2, code)
        self.assertIn("no row of the dataset holds more than one basket", errors)

    def test_start_company_names_partners_before_anything_is_learned(self):
        for model in ("causal-transformer", "vae"):
            kind = task_type(model)
            task = kind(Dataset(self.dataset()), read_config(None, kind.OPTIONS), 1)
            vectors = task.company(16) if model == "vae" else task.company()
            alike = vectors @ vectors.T
            np.fill_diagonal(alike, -np.inf)
            self.assertGreater(np.mean(alike.argmax(1) == (np.arange(ITEMS) + PAIRS) % ITEMS), 0.95)

    def test_predict_basket_names_what_a_customer_always_buys(self):
        """Each has two favourites of two hundred, bought every time among others: of customers never seen, both are named first."""
        chance = np.random.default_rng(4)

        def customer():
            favourites = chance.choice(200, 2, replace=False).tolist()
            return favourites, [sorted({*favourites, *chance.choice(200, 2).tolist()}) for _ in range(4)]

        known = [customer()[1] for _ in range(200)]
        rows = [[item for basket in own for item in basket] for own in known]
        numbers = [[number for number, basket in enumerate(own) for _ in basket] for own in known]
        data = write_dataset(self.path("data"), rows, 200, baskets=numbers)
        fresh = [customer() for _ in range(50)]
        for model in ("causal-transformer", "masked-transformer", "lstm-two-tower"):
            manifest, _ = self.trained(model, data, output=model, config={"dim": 16, "length": 20, "epochs": 20})
            self.assertEqual("baskets", manifest["rows"])
            items = np.zeros((len(fresh), 20), dtype=np.int64)
            for row, (_, own) in zip(items, fresh):
                entries = [item + 1 for basket in own for item in basket]
                row[-len(entries) :] = entries
            with torch.no_grad():
                scores = load_network(self.path(model))[0](torch.from_numpy(items)).numpy()
            named = [set(row.argsort()[-2:].tolist()) == set(favourites) for row, (favourites, _) in zip(scores, fresh)]
            self.assertGreater(np.mean(named), 0.8, model)
