"""What this machine and this torch can do, found by asking for features, never for versions."""
import contextlib
import inspect
import os
import sys

# Runtimes of runs shared with other processes. Kept to the end of the process: see `leave`.
_SHARING = []

THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def prepare_environment(threads):
    """Must run before torch and numpy are imported: their thread pools read these variables once.

    Waiting threads that spin take the cores of those that work: on few cores this is worth a factor of two to ten."""
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    for variable in THREAD_VARIABLES:
        os.environ[variable] = str(threads)
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")


def available_cores():
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Runtime:
    """Device, precision and processes of one run. One process a device; `torchrun` starts several."""

    def __init__(self, settings, threads):
        import torch

        self.threads = threads
        torch.set_num_threads(threads)
        if torch.get_num_interop_threads() != 1:
            torch.set_num_interop_threads(1)
        self.world = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        local = int(os.environ.get("LOCAL_RANK", "0"))
        self.cuda = torch.cuda.is_available()
        if self.cuda:
            torch.cuda.set_device(local)
        self.device = torch.device("cuda", local) if self.cuda else torch.device("cpu")
        if self.world > 1:
            torch.distributed.init_process_group("nccl" if self.cuda else "gloo")
            _SHARING.append(self)
        bfloat = self.cuda and getattr(torch.cuda, "is_bf16_supported", lambda: False)()
        self.bfloat16 = bfloat and settings["precision"] == "auto"
        self.compiles = self.cuda and settings["compile"] == "auto" and hasattr(torch.nn.Module, "compile")

    @property
    def leads(self):
        """Whether this process writes files and progress."""
        return self.rank == 0

    def autocast(self):
        """bfloat16 where the device has it (its range is float32's, so that no loss scaling is needed); else nothing."""
        import torch

        return torch.autocast("cuda", dtype=torch.bfloat16) if self.bfloat16 else contextlib.nullcontext()

    def optimizer(self, module, settings):
        """AdamW (Loshchilov and Hutter 2019), fused on CUDA where torch has it; only matrices decay."""
        import torch

        decayed = [p for p in module.parameters() if p.requires_grad and p.ndim > 1]
        free = [p for p in module.parameters() if p.requires_grad and p.ndim <= 1]
        extra = {}
        if self.cuda and "fused" in inspect.signature(torch.optim.AdamW).parameters:
            extra["fused"] = True
        groups = [{"params": decayed, "weight_decay": settings["weightDecay"]}, {"params": free, "weight_decay": 0.0}]
        return torch.optim.AdamW([g for g in groups if g["params"]], lr=settings["learningRate"], betas=(0.9, 0.98), **extra)

    def wrapped(self, task):
        """The task as it is trained: compiled, and averaged over processes, where that is to be had."""
        import torch

        if self.compiles:
            with contextlib.suppress(ImportError, AttributeError):
                import torch._dynamo

                torch._dynamo.config.suppress_errors = True
            # In place and below the averaging wrapper, as PyTorch's own guide has it.
            task.compile(dynamic=True)
        if self.world == 1:
            return task
        self._averaged = torch.nn.parallel.DistributedDataParallel(
            task, device_ids=[self.device.index] if self.cuda else None, find_unused_parameters=True
        )
        return self._averaged

    def mean(self, value):
        """The mean of a number over all processes."""
        if self.world == 1:
            return value
        import torch

        tensor = torch.tensor([value], dtype=torch.float64, device=self.device)
        torch.distributed.all_reduce(tensor)
        return float(tensor.item()) / self.world

    def from_leader(self, value):
        """The leading process's number, on every process."""
        if self.world == 1:
            return value
        import torch

        tensor = torch.tensor([value], dtype=torch.float64, device=self.device)
        torch.distributed.broadcast(tensor, 0)
        return float(tensor.item())


def leave(code):
    """Ends this process with an exit code, all that it wrote being on its files.

    A process that shared a run ends without taking apart what it shared: Gloo's destructors wait for its threads, and those
    for a peer that may have left already (seen once in 250 runs, for good), and nothing of it outlives the process anyhow."""
    sys.stdout.flush()
    sys.stderr.flush()
    if _SHARING:
        os._exit(code)
    sys.exit(code)


def out_of_memory(error):
    """Whether an exception says that memory ran out, on a device or on the host."""
    import torch

    kind = getattr(torch.cuda, "OutOfMemoryError", None)
    if isinstance(error, MemoryError) or (kind and isinstance(error, kind)):
        return True
    text = str(error).lower()
    return "out of memory" in text or "can't allocate memory" in text or "not enough memory" in text
