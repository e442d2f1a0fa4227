"""Options of a model: defaults, ranges and meanings, checked before anything is loaded."""
import json
from dataclasses import dataclass
from typing import Any

from bundles_trainer.failures import BadInput


@dataclass(frozen=True)
class Option:
    """One named setting of a config file. `low` and `high` bound numbers, `among` lists the words allowed."""

    name: str
    default: Any
    meaning: str
    low: float = None
    high: float = None
    among: tuple = None

    def checked(self, value):
        kind = type(self.default)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise BadInput(f"option '{self.name}' is {json.dumps(value)}; expected {kind.__name__}")
        if kind in (int, float) and not (self.low <= value <= self.high):
            raise BadInput(f"option '{self.name}' is {value}; expected {self.low} to {self.high}")
        if self.among and value not in self.among:
            raise BadInput(f"option '{self.name}' is '{value}'; expected one of {', '.join(self.among)}")
        return value


LOOP = (
    Option("epochs", 40, "most passes over the rows", 1, 100000),
    Option("batchSize", 256, "most rows of one step, over all devices; small data takes fewer", 1, 1 << 20),
    Option("learningRate", 2e-3, "highest step size of AdamW", 1e-7, 1.0),
    Option("weightDecay", 0.01, "decay of matrices, decoupled from the gradient", 0.0, 10.0),
    Option("warmup", 0.03, "share of the run in which the step size climbs", 0.0, 1.0),
    Option("clip", 1.0, "longest gradient", 1e-6, 1e6),
    Option("patience", 4, "evaluations without improvement before the run stops", 1, 100000),
    Option("heldOut", 0.05, "share of rows (or items) kept aside to know when to stop", 0.0, 0.5),
    Option("heldOutMost", 2000, "most rows kept aside", 0, 1 << 20),
    Option("checkpointSeconds", 30.0, "seconds between two checkpoints", 0.0, 1e6),
    Option("precision", "auto", "auto: bfloat16 on a device that has it, else float32", among=("auto", "float32")),
    Option("compile", "auto", "auto: torch.compile on CUDA where it exists", among=("auto", "off")),
    Option("distillWeight", 0.5, "share of the teacher in the loss, where there is one", 0.0, 1.0),
    Option("distillTemperature", 1.0, "temperature of teacher and student", 0.1, 100.0),
)


def with_defaults(options, **changed):
    """The same options with other defaults."""
    names = {option.name for option in options}
    unknown = set(changed) - names
    if unknown:
        raise KeyError(f"no such option: {sorted(unknown)}")
    return tuple(
        Option(o.name, changed[o.name], o.meaning, o.low, o.high, o.among) if o.name in changed else o for o in options
    )


def read_config(path, options):
    """The settings of a run: defaults, overlaid by the JSON file at `path` (None: defaults alone)."""
    settings = {option.name: option.default for option in options}
    if path is None:
        return settings
    try:
        with open(path, encoding="utf-8") as stream:
            given = json.load(stream)
    except (OSError, ValueError) as error:
        raise BadInput(f"config file '{path}' cannot be read: {error}") from error
    if not isinstance(given, dict):
        raise BadInput(f"config file '{path}' holds {type(given).__name__}; expected an object")
    by_name = {option.name: option for option in options}
    for name, value in given.items():
        if name not in by_name:
            raise BadInput(f"config file '{path}' sets '{name}'; expected one of {', '.join(sorted(by_name))}")
        settings[name] = by_name[name].checked(value)
    return settings
