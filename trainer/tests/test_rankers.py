"""Every model of sequences and sets finds a planted structure, and ranks better than popularity by a stated factor."""
import numpy as np

from tests.planted import cycles, ragged, sets, write_dataset
from tests.running import FolderTest

SMALL = {"dim": 32, "length": 10, "epochs": 15}
ITEMS = 60


class SequenceTests(FolderTest):
    def dataset(self, **more):
        return write_dataset(self.path("data"), cycles(ITEMS, rows=500), ITEMS, **more)

    def actions(self):
        chance = np.random.default_rng(5)
        return [[int(chance.integers(4)) for _ in row] for row in cycles(ITEMS, rows=500)]

    def assert_learned(self, model, factor=2.5, **more):
        """Held-out rows go on to their item's successor nine times in ten; popularity names it once in six."""
        manifest, metrics = self.trained(model, self.dataset(**more), config=SMALL)
        self.assertEqual("sequence", manifest["signature"])
        self.assertGreaterEqual(metrics["heldOut"]["hitRate10"], 0.75)
        self.assertGreater(metrics["heldOut"]["quality"], factor * metrics["popularity"]["quality"])
        return manifest

    def successor_rank(self):
        """The best-ranked item after the one-entry sample is the entry's successor."""
        items, scores = self.array("model", "parity_items.npy"), self.array("model", "parity_scores.npy")
        return int(scores[2].argmax()), int(items[2, -1] - 1 + 7) % ITEMS

    def test_causal_transformer_cycles_names_successors(self):
        self.assert_learned("causal-transformer")
        self.assertEqual(*self.successor_rank())

    def test_causal_transformer_actions_are_read(self):
        manifest = self.assert_learned("causal-transformer", actions=self.actions())
        self.assertEqual(["items", "actions"], [entry["name"] for entry in manifest["inputs"]])

    def test_causal_transformer_many_items_samples_its_softmax(self):
        config = {**SMALL, "sampledFrom": 10, "negatives": 30}
        _, metrics = self.trained("causal-transformer", self.dataset(), config=config)
        self.assertGreater(metrics["heldOut"]["quality"], 2.5 * metrics["popularity"]["quality"])

    def test_causal_transformer_baskets_predicts_the_next_basket(self):
        """Baskets of two: an even item and its neighbour, followed by the two that come next."""
        chance = np.random.default_rng(2)
        rows = []
        for _ in range(400):
            first = int(chance.integers(30))
            rows.append([item for step in range(4) for item in ((first + step) % 30 * 2, (first + step) % 30 * 2 + 1)])
        data = write_dataset(self.path("data"), rows, ITEMS, baskets=[[0, 0, 1, 1, 2, 2, 3, 3]] * 400)
        self.trained("causal-transformer", data, config=SMALL)
        items, scores = self.array("model", "parity_items.npy"), self.array("model", "parity_scores.npy")
        whole = [n for n in range(2, len(items)) if (items[n] > 0).sum() in (2, 4, 6)]
        hits = []
        for n in whole:
            wanted = {(items[n, -1] - 1 + 1) % ITEMS, (items[n, -1] - 1 + 2) % ITEMS}
            hits.append(len(wanted & set(scores[n].argsort()[-2:].tolist())) / 2)
        self.assertGreater(np.mean(hits), 0.8)

    def test_masked_transformer_cycles_names_successors(self):
        self.assert_learned("masked-transformer", factor=2, actions=self.actions())

    def test_lstm_two_tower_cycles_names_successors(self):
        features = ragged([[0, 1 + item % 6] for item in range(ITEMS)], "item_categories")
        self.assert_learned("lstm-two-tower", item_brand=[item % 5 - 1 for item in range(ITEMS)], **features)
        self.assertEqual(*self.successor_rank())

    def test_multi_task_cycles_learns_heads_and_weights(self):
        features = ragged([[0, 1 + item % 6] for item in range(ITEMS)], "item_categories")
        manifest = self.assert_learned("multi-task", actions=self.actions(), **features)
        weights = manifest["learned"]["taskWeights"]
        self.assertEqual({"view", "click", "add_to_cart", "purchase", "category"}, set(weights))
        self.assertTrue(any(abs(weight - 1) > 0.01 for weight in weights.values()), weights)
        self.assertEqual("purchase", manifest["learned"]["served"])


class SetTests(FolderTest):
    def assert_learned(self, model):
        """Six sets' mates of sixty items: the hidden one is among ten named nearly always; popularity names it once in six."""
        data = write_dataset(self.path("data"), sets(ITEMS), ITEMS)
        manifest, metrics = self.trained(model, data, config={"hidden": 64, "learningRate": 3e-3, "epochs": 30})
        self.assertEqual("set", manifest["signature"])
        self.assertGreater(metrics["heldOut"]["hitRate10"], 0.9)
        self.assertGreater(metrics["heldOut"]["quality"], 2 * metrics["popularity"]["quality"])

    def test_vae_planted_sets_names_the_missing_item(self):
        self.assert_learned("vae")

    def test_gan_planted_sets_names_the_missing_item(self):
        self.assert_learned("gan")

    def test_gan_game_alone_beats_popularity(self):
        """Without its share of likelihood, what the generator knows it has from the discriminator."""
        data = write_dataset(self.path("data"), sets(ITEMS), ITEMS)
        _, metrics = self.trained("gan", data, config={"hidden": 64, "epochs": 40, "likelihood": 0.0})
        self.assertGreater(metrics["heldOut"]["quality"], 1.5 * metrics["popularity"]["quality"])

    def test_vae_rows_of_baskets_reads_each_basket(self):
        pairs = sets(ITEMS, rows=400)
        rows = [one + other for one, other in zip(pairs[::2], pairs[1::2])]
        baskets = [[0] * len(one) + [1] * len(other) for one, other in zip(pairs[::2], pairs[1::2])]
        data = write_dataset(self.path("data"), rows, ITEMS, baskets=baskets)
        manifest, metrics = self.trained("vae", data, config={"rows": "basket", "hidden": 64, "learningRate": 3e-3, "epochs": 30})
        self.assertLessEqual(manifest["length"], 6)
        self.assertGreater(metrics["heldOut"]["hitRate10"], 0.9)
