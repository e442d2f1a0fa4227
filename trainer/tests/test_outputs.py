"""What a model folder holds, learning from a teacher, and making a model smaller."""
import hashlib

import numpy as np
import torch

from bundles_trainer.models.repeats import Repeats
from bundles_trainer.models.softmax import Draws, softmax_loss
from bundles_trainer.network import load_network
from bundles_trainer.windows import cut
from tests.planted import cycles, sets, write_dataset
from tests.running import FolderTest, run

ITEMS = 60
SMALL = {"dim": 32, "length": 10, "epochs": 10}


class OutputTests(FolderTest):
    def dataset(self):
        return write_dataset(self.path("data"), cycles(ITEMS, rows=500), ITEMS)

    def test_folder_lists_every_file_with_its_checksum(self):
        manifest, _ = self.trained("causal-transformer", self.dataset(), config={**SMALL, "epochs": 1})
        names = {entry["name"] for entry in manifest["files"]}
        expected = {"model.onnx", "metrics.json", "parity_items.npy", "parity_scores.npy", "embeddings.npy", "weights.npz"}
        self.assertEqual(expected, names)
        for entry in manifest["files"]:
            content = self.bytes("model", entry["name"])
            self.assertEqual(entry["bytes"], len(content))
            self.assertEqual(entry["sha256"], hashlib.sha256(content).hexdigest())
        self.assertEqual((17, 10, ITEMS), (manifest["opset"], manifest["length"], manifest["items"]))

    def test_parity_samples_are_what_the_written_weights_answer(self):
        for model, data in (("causal-transformer", self.dataset()), ("vae", write_dataset(self.path("sets"), sets(), ITEMS))):
            config = {"epochs": 2}
            self.trained(model, data, output=model, config=config)
            items, scores = self.array(model, "parity_items.npy"), self.array(model, "parity_scores.npy")
            self.assertGreaterEqual(len(items), 16)
            self.assertEqual(0, items[0].sum())
            self.assertEqual((items > 0).sum(1).max(), (items[1] > 0).sum())
            network, _ = load_network(self.path(model))
            with torch.no_grad():
                again = network(torch.from_numpy(items)).numpy()
            np.testing.assert_allclose(scores, again, atol=1e-5)

    def test_answers_do_not_depend_on_pads_or_neighbours_in_the_batch(self):
        self.trained("lstm-two-tower", self.dataset(), config={**SMALL, "epochs": 1})
        network, _ = load_network(self.path("model"))
        alone = torch.tensor([[0, 0, 0, 0, 0, 0, 0, 5, 9, 2]])
        both = torch.cat([alone, torch.arange(1, 11)[None]])
        with torch.no_grad():
            torch.testing.assert_close(network(alone)[0], network(both)[0])
            torch.testing.assert_close(network(alone)[0], network(alone[:, 5:])[0])

    def test_teacher_makes_a_small_student_better(self):
        data = self.dataset()
        teacher, _ = self.trained("causal-transformer", data, output="teacher", config={**SMALL, "epochs": 15})
        config = {"dim": 16, "heads": 1, "layers": 1, "length": 10, "epochs": 5}
        _, alone = self.trained("causal-transformer", data, output="alone", config=config)
        more = ("--teacher", self.path("teacher"))
        student, taught = self.trained("causal-transformer", data, output="student", config=config, more=more)
        self.assertLess(student["parameters"], teacher["parameters"] / 3)
        self.assertEqual("causal-transformer", student["teacher"]["model"])
        self.assertGreater(taught["heldOut"]["quality"], alone["heldOut"]["quality"])

    def test_teacher_of_another_signature_is_refused(self):
        self.trained("vae", write_dataset(self.path("sets"), sets(), ITEMS), output="vae", config={"epochs": 1})
        code, errors, _ = self.train("causal-transformer", self.dataset(), config=SMALL, more=("--teacher", self.path("vae")))
        self.assertEqual(2, code)
        self.assertIn("signature set", errors)

    def test_compressed_models_are_smaller_and_rank_alike(self):
        self.trained("causal-transformer", self.dataset(), config=SMALL)
        before = self.bytes("model", "model.onnx")
        for output, arguments in (("int8", ["--int8"]), ("half", ["--prune", "0.3"]), ("both", ["--int8", "--prune", "0.3"])):
            command = ["compress", "--model", self.path("model"), "--output", self.path(output), "--threads", "1", *arguments]
            self.assertEqual((0, ""), run(command)[:2])
            manifest, metrics = self.read(output, "manifest.json"), self.read(output, "metrics.json")
            self.assertGreater(metrics["sameTop10"], 0.9 if output == "int8" else 0.6)
            self.assertEqual("sequence", manifest["signature"])
            if output == "half":
                self.assertEqual(1e-4, manifest["tolerance"])
                self.assertGreater(metrics["zeroShare"], 0.25)
                self.assertLess(metrics["deflatedBytes"], 0.85 * metrics["deflatedBytesBefore"])
            else:
                self.assertIn(b"MatMulInteger", self.bytes(output, "model.onnx"))
                self.assertLess(metrics["bytes"], 0.75 * len(before))
                self.assertTrue(1e-4 < manifest["tolerance"] < 0.5, manifest["tolerance"])
        code, errors, _ = self.train("causal-transformer", self.path("data"), output="new", config=SMALL, more=("--teacher", self.path("int8")))
        self.assertEqual(2, code)
        self.assertIn("compressed", errors)

    def test_every_network_can_be_made_of_bytes(self):
        data = write_dataset(self.path("sets"), sets(), ITEMS)
        for model in ("vae", "gan", "lstm-two-tower", "masked-transformer"):
            self.trained(model, data, output=model, config={"epochs": 1})
            command = ["compress", "--int8", "--model", self.path(model), "--output", self.path(f"{model}-8"), "--threads", "1"]
            self.assertEqual((0, ""), run(command)[:2])
            self.assertLess(len(self.bytes(f"{model}-8", "model.onnx")), 0.75 * len(self.bytes(model, "model.onnx")), model)

    def test_compress_of_nothing_or_nowhere_is_bad_input(self):
        self.assertEqual(2, run(["compress", "--model", self.path("no"), "--output", self.path("out"), "--int8"])[0])
        self.assertEqual(2, run(["compress", "--model", self.path("no"), "--output", self.path("out")])[0])


class PartTests(FolderTest):
    def test_sampled_softmax_means_the_full_one(self):
        """The estimate of the sum over other items is unbiased: averaged over many draws, exp(loss) is the full softmax's."""
        torch.manual_seed(1)
        weight, bias, hidden = torch.randn(50, 8) / 3, torch.randn(50) / 3, torch.randn(4, 1, 8)
        items, targets = torch.tensor([[0, 1, 8], [8, 9, 8], [3, 4, 5], [0, 0, 50]]), torch.tensor([[0], [7], [7], [49]])
        for repeats in (None, Repeats(3, 50)):
            draws, chance = Draws(np.arange(50), 2000), np.random.default_rng(1)

            def odds(n, **drawn):
                batch = {"items": items[n : n + 1], "asked_at": torch.tensor([[2]]), "targets": targets[n : n + 1], **drawn}
                return softmax_loss(weight, bias, hidden[n : n + 1], batch, repeats=repeats).exp().item()

            found = []
            for _ in range(40):
                drawn, expected = (torch.from_numpy(array) for array in draws.draw(chance))
                found.append([odds(n, drawn=drawn, log_expected=expected) for n in range(4)])
            np.testing.assert_allclose(np.mean(found, axis=0), [odds(n) for n in range(4)], rtol=0.02)

    def test_repeats_sum_what_the_row_holds_by_distance(self):
        repeats = Repeats(4, 6)
        ids = torch.tensor([[0, 2, 5, 2], [0, 0, 0, 0]])
        expected = torch.zeros(6)
        with torch.no_grad():
            repeats.weight.copy_(torch.tensor([0.0, 1.0, 2.0, 3.0]))
            terms = repeats(ids)
            expected[1] = np.log1p(np.exp(0.0) + np.exp(2.0))
            expected[4] = np.log1p(np.exp(1.0))
        np.testing.assert_allclose(terms[0].numpy(), expected.numpy(), rtol=1e-6)
        self.assertEqual(0, terms[1].abs().sum().item())

    def test_windows_hold_every_entry_once(self):
        chance = np.random.default_rng(3)
        offsets = np.cumsum([0, *chance.integers(0, 12, 40)])
        for length in range(1, 15):
            windows, begins = cut(offsets, length)
            entries = np.concatenate([np.arange(s, e) for s, e in zip(windows.starts, windows.ends)])
            self.assertEqual(list(range(offsets[-1])), sorted(entries.tolist()))
            self.assertEqual(int((np.diff(offsets) > 0).sum()), int(begins.sum()))
            self.assertLessEqual(windows.longest(np.arange(len(windows))), length)
