"""The command line: `python3 -m bundles_trainer train|compress|options`."""
import argparse
import sys

from bundles_trainer.failures import BadInput, TrainingFailed
from bundles_trainer.runtime import available_cores, prepare_environment

MODELS = (
    "causal-transformer",
    "masked-transformer",
    "lstm-two-tower",
    "multi-task",
    "vae",
    "gan",
    "text-pair",
    "multimodal",
)


def parser():
    root = argparse.ArgumentParser(
        prog="python3 -m bundles_trainer",
        description="Trains deep recommenders from integer tensors and writes ONNX.",
        epilog="Exit codes: 0 the output folder is whole; 2 bad input or options; 3 diverged or not possible here.",
    )
    commands = root.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train a model from a dataset folder")
    train.add_argument("--model", required=True, choices=MODELS)
    train.add_argument("--dataset", required=True, metavar="DIR", help="folder with manifest.json of format bundles-tensors")
    train.add_argument("--output", required=True, metavar="DIR", help="folder the model is written to; manifest.json comes last")
    train.add_argument("--config", metavar="FILE", help="JSON object of options; see the command 'options'")
    train.add_argument("--teacher", metavar="DIR", help="model folder of the same signature to learn from as well")
    train.add_argument("--seed", type=int, default=1, metavar="N", help="where all chance comes from (default 1)")
    train.add_argument("--threads", type=int, metavar="N", help="threads (default: the cores this process may use)")
    train.add_argument("--max-seconds", type=float, metavar="S", help="stop after so many seconds and keep the best so far")
    compress = commands.add_parser("compress", help="make a trained model smaller")
    compress.add_argument("--model", required=True, metavar="DIR", help="model folder to read")
    compress.add_argument("--output", required=True, metavar="DIR", help="model folder to write")
    compress.add_argument("--int8", action="store_true", help="matrices as 8-bit integers, activations quantised row by row")
    compress.add_argument("--prune", type=float, default=0.0, metavar="SHARE", help="share of smallest weights set to zero")
    compress.add_argument("--threads", type=int, metavar="N", help="threads (default: the cores this process may use)")
    options = commands.add_parser("options", help="list the options of a model's config file")
    options.add_argument("--model", required=True, choices=MODELS)
    return root


def main(arguments=None):
    """Runs one command; returns its exit code. Bad input is one line on standard error."""
    given = parser().parse_args(arguments)
    threads = getattr(given, "threads", None) or available_cores()
    try:
        if threads < 1:
            raise BadInput(f"--threads is {threads}; expected 1 or more")
        prepare_environment(threads)
        try:
            import numpy  # noqa: F401
            import torch  # noqa: F401
        except ImportError as error:
            raise TrainingFailed(f"PyTorch and NumPy are needed and not installed here ({error})") from error
        if given.command == "train":
            from bundles_trainer.train import train

            train(given, threads)
        elif given.command == "compress":
            from bundles_trainer.compress import compress

            compress(given, threads)
        else:
            _list_options(given.model)
        return 0
    except BadInput as error:
        print(f"bad input: {error}", file=sys.stderr)
        return 2
    except TrainingFailed as error:
        print(f"failed: {error}", file=sys.stderr)
        return 3


def _list_options(model):
    from bundles_trainer.models import task_type

    for option in task_type(model).OPTIONS:
        span = " | ".join(option.among) if option.among else f"{option.low} to {option.high}" if option.low is not None else ""
        print(f"{option.name:22} {str(option.default):>12}  {option.meaning}" + (f" ({span})" if span else ""))
