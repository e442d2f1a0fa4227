"""The pair models learn from texts what goes together, for items that nothing was learned of too."""
import json
import os

import numpy as np
import torch

from bundles_trainer.models.bert import BertEncoder, read_encoder
from tests.planted import ragged, write_dataset
from tests.running import FolderTest

KINDS, EACH, WORDS = 8, 12, 40
SMALL = {"bag": 32, "dim": 32, "epochs": 12, "learningRate": 3e-3, "encoderTokens": 8, "negatives": 64}


class PairTests(FolderTest):
    def dataset(self, **more):
        """Items of kind k say word k + 1 and noise. Each sells with items of kind k + 1, with which it shares no word:
        likeness of texts says nothing, the words themselves say all."""
        chance = np.random.default_rng(4)
        kind = np.repeat(np.arange(KINDS), EACH)
        tokens = [[int(k) + 1, *(KINDS + 1 + chance.integers(0, WORDS, 4)).tolist()] for k in kind]
        pairs = [
            (i, int(j)) for i in range(len(kind)) for j in chance.permutation(np.flatnonzero(kind == (kind[i] + 1) % KINDS))[:6]
        ]
        left, right = zip(*pairs)
        self.kind = kind
        return write_dataset(
            self.path("data"), [[0, 1]], len(kind), vocabulary=KINDS + WORDS, pair_left=left, pair_right=right,
            pair_strength=np.ones(len(pairs), dtype=np.float32), **ragged(tokens, "item_tokens"), **more,
        )

    def assert_learned(self, manifest, metrics):
        """Held-out items are of known kinds only by their words. Chance and popularity find a partner among ten of 96 once in ten."""
        self.assertEqual("item", manifest["signature"])
        self.assertGreater(metrics["heldOut"]["quality"], 1.4 * metrics["popularity"]["quality"])
        self.assertGreater(metrics["heldOut"]["hitRate10"], 3 * metrics["popularity"]["hitRate10"])

    def test_text_pair_cold_items_finds_partners_of_their_kind(self):
        self.assert_learned(*self.trained("text-pair", self.dataset(), config=SMALL))

    def test_text_pair_unknown_item_is_finite(self):
        self.trained("text-pair", self.dataset(), config={**SMALL, "epochs": 1})
        self.assertEqual(0, self.array("model", "parity_tokens.npy")[0].sum())
        self.assertTrue(np.isfinite(self.array("model", "parity_source.npy")).all())

    def test_text_pair_without_learning_is_likeness_of_texts(self):
        """Before the first step, source . target orders items as the cosine of their token bags does."""
        config = {**SMALL, "layers": 0, "epochs": 1, "learningRate": 1e-7}
        self.trained("text-pair", self.dataset(), config=config)
        source, target = self.array("model", "parity_source.npy")[1:], self.array("model", "parity_target.npy")[1:]
        np.testing.assert_allclose((source * target).sum(1), 20, rtol=1e-3)

    def test_multimodal_image_known_of_half_is_read(self):
        chance = np.random.default_rng(6)
        kind = np.repeat(np.arange(KINDS), EACH)
        image = (np.eye(KINDS)[kind] + 0.1 * chance.standard_normal((len(kind), KINDS))).astype(np.float32)
        data = self.dataset(item_image=image, item_image_known=np.arange(len(kind)) % 2, item_brand=[int(k) - 1 for k in kind])
        manifest, metrics = self.trained("multimodal", data, config=SMALL)
        self.assertEqual(["tokens", "brand", "image", "image_known"], [entry["name"] for entry in manifest["inputs"]])
        self.assert_learned(manifest, metrics)

    def test_multimodal_unknown_image_changes_nothing(self):
        from bundles_trainer.network import load_network

        image = np.ones((KINDS * EACH, 4), dtype=np.float32)
        data = self.dataset(item_image=image, item_image_known=[1] * (KINDS * EACH))
        self.trained("multimodal", data, config={**SMALL, "epochs": 1})
        network, _ = load_network(self.path("model"))
        tokens = torch.ones(1, network.inputs[0][2][0], dtype=torch.long)
        with torch.no_grad():
            one = network(tokens, torch.full((1, 4), 3.0), torch.zeros(1, dtype=torch.long))[0]
            other = network(tokens, torch.zeros(1, 4), torch.zeros(1, dtype=torch.long))[0]
        torch.testing.assert_close(one, other)

    def test_text_pair_encoder_directory_is_where_learning_starts(self):
        torch.manual_seed(3)
        given = BertEncoder(KINDS + WORDS, 16, 32, 2, 1, 64, 0.0)
        write_encoder(self.path("encoder"), given)
        shape, weights, _ = read_encoder(self.path("encoder"))
        read = BertEncoder(length=16, dropout=0.0, **shape)
        read.load_state_dict(weights)
        tokens = torch.tensor([[1, 2, 3, 0], [5, 0, 0, 0]])
        torch.testing.assert_close(given.eval()(tokens), read.eval()(tokens))
        manifest, _ = self.trained("text-pair", self.dataset(), config={**SMALL, "epochs": 1, "encoder": self.path("encoder")})
        self.assertEqual(64, manifest["network"]["spec"]["wide"])

    def test_text_pair_broken_encoder_directory_is_bad_input(self):
        code, errors, _ = self.train("text-pair", self.dataset(), config={**SMALL, "encoder": self.path("nowhere")})
        self.assertEqual(2, code)
        self.assertIn("encoder directory", errors)


def write_encoder(directory, encoder):
    """An encoder as published ones lie: config.json and model.safetensors under BERT's names."""
    from bundles_trainer.models.bert import _INNER, _TOP

    os.makedirs(directory)
    names = {own: given for given, own in _TOP.items()}
    for given, own in _INNER.items():
        for leaf in ("weight", "bias"):
            names[f"layers.0.{own}.{leaf}"] = f"encoder.layer.0.{given}.{leaf}"
    header, body = {}, b""
    state = {names[name]: tensor.numpy() for name, tensor in encoder.state_dict().items()}
    state["embeddings.token_type_embeddings.weight"] = np.zeros((2, 32), dtype=np.float32)
    for name, array in state.items():
        header[f"bert.{name}"] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(body), len(body) + array.nbytes]}
        body += array.astype(np.float32).tobytes()
    text = json.dumps(header).encode("utf-8")
    with open(os.path.join(directory, "model.safetensors"), "wb") as stream:
        stream.write(len(text).to_bytes(8, "little") + text + body)
    config = {
        "vocab_size": KINDS + WORDS + 1, "hidden_size": 32, "num_attention_heads": 2, "num_hidden_layers": 1,
        "intermediate_size": 64, "max_position_embeddings": 16,
    }
    with open(os.path.join(directory, "config.json"), "w", encoding="utf-8") as stream:
        json.dump(config, stream)
