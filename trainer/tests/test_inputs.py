"""What is wrong with a dataset or an option is said in one line, and ends with exit code 2."""
import json
import os
import shutil

import numpy as np

from tests.planted import cycles, ragged, write_dataset
from tests.running import FolderTest, run


class InputTests(FolderTest):
    def dataset(self, **more):
        return write_dataset(self.path("data"), cycles(20, rows=50), 20, **more)

    def assert_refused(self, words, data, model="causal-transformer", config=None, more=()):
        shutil.rmtree(self.path("model"), ignore_errors=True)
        code, errors, _ = self.train(model, data, config=config, more=more)
        self.assertEqual(2, code, errors)
        self.assertIn(words, errors)
        self.assertEqual(1, errors.count("\n"), errors)
        self.assertFalse(os.path.exists(self.path("model", "manifest.json")))

    def manifest(self, data, change):
        path = os.path.join(data, "manifest.json")
        with open(path, encoding="utf-8") as stream:
            manifest = json.load(stream)
        change(manifest)
        with open(path, "w", encoding="utf-8") as stream:
            json.dump(manifest, stream)

    def test_no_folder_or_manifest(self):
        self.assert_refused("cannot be read", self.path("nowhere"))

    def test_another_format_or_version(self):
        data = self.dataset()
        self.manifest(data, lambda manifest: manifest.update(version=2))
        self.assert_refused("format bundles-tensors, version 1", data)

    def test_checksum_of_another_file(self):
        data = self.dataset()
        np.save(os.path.join(data, "row_items.npy"), np.zeros(5, dtype=np.int32))
        self.assert_refused("the checksum of 'row_items.npy'", data)

    def test_shape_or_dtype_not_as_listed(self):
        data = self.dataset()
        self.manifest(data, lambda manifest: manifest["tensors"][0].update(shape=[7]))
        self.assert_refused("the manifest says", data)
        self.manifest(data, lambda manifest: manifest["tensors"][0].update(dtype="float32"))
        self.assert_refused("dtype is float32; expected", data)

    def test_file_outside_the_folder(self):
        data = self.dataset()
        self.manifest(data, lambda manifest: manifest["tensors"][0].update(file="../row_items.npy"))
        self.assert_refused("must lie in the dataset folder", data)

    def test_item_out_of_range(self):
        self.assert_refused("'row_items' holds", write_dataset(self.path("data"), [[0, 25]], 20))

    def test_brand_of_too_few_items(self):
        self.assert_refused("expected 20 (items)", self.dataset(item_brand=[1, 2, 3]))

    def test_number_not_finite(self):
        self.assert_refused("not finite", self.dataset(item_image=np.full((20, 2), np.nan), item_image_known=[1] * 20))

    def test_tensor_without_its_mate(self):
        self.assert_refused("come together", self.dataset(pair_left=[1]))

    def test_model_without_what_it_needs(self):
        data = self.dataset()
        self.assert_refused("needs the tensor 'pair_left'", data, model="text-pair")
        self.assert_refused("needs the tensor 'row_actions' or 'item_categories'", data, model="multi-task")
        self.assert_refused("needs the tensor 'row_baskets'", data, model="vae", config={"rows": "basket"})
        tokens = ragged([[1]] * 20, "item_tokens")
        bare = write_dataset(self.path("bare"), [[0, 1]], 20, vocabulary=3, pair_left=[], pair_right=[], pair_strength=[], **tokens)
        self.assert_refused("nothing that 'text-pair' can learn from", bare, model="text-pair")

    def test_nothing_to_learn_from(self):
        empty = write_dataset(self.path("data"), [], 20)
        for model in ("causal-transformer", "masked-transformer", "lstm-two-tower", "vae", "gan"):
            self.assert_refused("nothing that", empty, model=model)

    def test_option_unknown_of_another_kind_or_out_of_range(self):
        data = self.dataset()
        self.assert_refused("sets 'deepness'", data, config={"deepness": 3})
        self.assert_refused("expected int", data, config={"layers": "two"})
        self.assert_refused("expected 0.0 to 0.95", data, config={"dropout": 1})
        self.assert_refused("expected one of", data, config={"predict": "future"})
        self.assert_refused("not a multiple of heads", data, config={"dim": 33})
        self.assert_refused("--max-seconds", data, more=("--max-seconds", "0"))

    def test_few_rows_train_without_held_out_ones(self):
        for model in ("causal-transformer", "masked-transformer", "lstm-two-tower", "vae", "gan"):
            data = write_dataset(self.path("one"), [[3, 1], [2]], 5)
            _, metrics = self.trained(model, data, output=f"out-{model}", config={"epochs": 2})
            self.assertIsNone(metrics["heldOut"])

    def test_help_and_options_are_printed(self):
        self.assertEqual(0, run(["--help"])[0])
        for model in ("causal-transformer", "text-pair", "gan"):
            self.assertEqual(0, run(["options", "--model", model])[0])
        self.assertEqual(2, run(["train", "--model", "unknown"])[0])
