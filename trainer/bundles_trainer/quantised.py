"""Matrices as 8-bit integers with a scale for each output, activations quantised row by row as they come.

A row's scale is its own, so that an answer does not depend on what else is asked in the same batch."""
import torch
from torch import nn
from torch.nn import functional as F

from bundles_trainer.models.blocks import ItemTable
from bundles_trainer.models.sets import Bag, summed_bag

UINT8 = 2
ZERO = 128
# Weights keep to seven bits: processors without a dot product of bytes add pairs of products in 16 bits, which 255 * 63 * 2 just fits.
LARGEST = 63


class _IntegerProduct(torch.autograd.Function):
    """(quantised activations, float holding whole numbers 1..255) x (int8 [k, n]); ONNX: MatMulInteger of uint8 and int8."""

    @staticmethod
    def forward(context, activations, weight):
        # Sums of products stay far below 2^53, so that doubles add them as exactly as integers do.
        return ((activations - ZERO).double() @ weight.double()).float()

    @staticmethod
    def symbolic(g, activations, weight):
        quantised = g.op("Cast", activations, to_i=UINT8)
        zero = g.op("Constant", value_t=torch.tensor(ZERO, dtype=torch.uint8))
        return g.op("Cast", g.op("MatMulInteger", quantised, weight, zero), to_i=1)


def integer_linear(x, weight, scale, bias):
    """x float [.., k], weight int8 [k, n], scale float [n]: x . (weight scale) + bias with x in steps of max |x| / 127 of its row."""
    step = x.abs().amax(-1, keepdim=True).clamp(min=1e-12) / 127
    product = _IntegerProduct.apply(torch.round(x / step) + ZERO, weight)
    # One after the other: a runtime may take a product of two scales for one of all rows and fuse it away.
    product = product * step * scale
    return product if bias is None else product + bias


def quantised_rows(weight):
    """(int8 matrix, float32 scale of each row): weight ~ int8 * scale, the largest of a row being LARGEST."""
    scale = weight.abs().amax(1).clamp(min=1e-12) / LARGEST
    return torch.round(weight / scale[:, None]).to(torch.int8), scale


class QuantisedLinear(nn.Module):
    def __init__(self, linear):
        super().__init__()
        weight, scale = quantised_rows(linear.weight.detach())
        self.register_buffer("weight", weight.t().contiguous())
        self.register_buffer("scale", scale)
        self.bias = linear.bias

    def forward(self, x):
        return integer_linear(x, self.weight, self.scale, self.bias)


class QuantisedEmbedding(nn.Module):
    def __init__(self, embedding):
        super().__init__()
        weight, scale = quantised_rows(embedding.weight.detach())
        self.register_buffer("weight", weight)
        self.register_buffer("scale", scale[:, None])
        self.sums = isinstance(embedding, Bag)

    def forward(self, ids):
        numbers = (ids - 1).clamp(min=0) if self.sums else ids
        rows = F.embedding(numbers, self.weight).float() * F.embedding(numbers, self.scale)
        return summed_bag(rows, ids) if self.sums else rows


class QuantisedTable(ItemTable):
    """An item table kept once: as it is looked up, and turned round for the scores."""

    def __init__(self, table):
        nn.Module.__init__(self)
        weight, scale = quantised_rows(table.weight.detach())
        self.register_buffer("weight", weight)
        self.register_buffer("scale", scale)
        self.pad, self.bias = table.pad, table.bias

    def rows(self, numbers):
        return F.embedding(numbers, self.weight).float() * F.embedding(numbers, self.scale[:, None])

    def scores(self, hidden):
        return integer_linear(hidden, self.weight.t(), self.scale, self.bias)


SWAPS = ((ItemTable, QuantisedTable), (nn.Linear, QuantisedLinear), (nn.Embedding, QuantisedEmbedding))


def quantise(module):
    """Swaps every linear layer, embedding and item table below `module`, in place. Recurrent layers stay as they are."""
    for name, child in module.named_children():
        swap = next((new for old, new in SWAPS if isinstance(child, old)), None)
        if swap is None:
            quantise(child)
        else:
            setattr(module, name, swap(child))
