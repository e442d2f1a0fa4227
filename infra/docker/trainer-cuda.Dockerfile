# The training job on a GPU: `bundles train` and, for deep models, PyTorch with CUDA; what it learned is scored by ONNX Runtime on
# processors, as it will be when it serves. Build from the repository's root, on a network with the whole package feed:
#   docker build -f infra/docker/trainer-cuda.Dockerfile -t bundlefunctions-trainer:cuda .
# docs/training-job.md says how it is started. The machine needs NVIDIA's driver and container toolkit, and nothing else of CUDA.

# 1. The command. A tag of a minor version: its patches are taken as they come, its features are not.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY eng/ eng/
COPY src/ src/
# FullFeed: ONNX Runtime comes as its NuGet package, so no node and no npm are needed here (docs/package-feeds.md).
RUN dotnet publish src/BundleFunctions.Cli -c Release -p:FullFeed=true -p:RunAnalyzers=false -o /app

# 2. .NET itself, built by Microsoft for any Linux with glibc 2.27 or later.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS dotnet

# 3. PyTorch for CUDA 12.6 in a virtual environment. Its wheels bring cuDNN, cuBLAS and NCCL of their own.
FROM nvidia/cuda:12.6.3-base-ubuntu24.04 AS torch
# An address of wheels for this CUDA; a mirror can be given instead.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cu126
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-venv \
    && rm -rf /var/lib/apt/lists/* \
    && python3 -m venv /opt/torch \
    && /opt/torch/bin/pip install --no-cache-dir --index-url "${TORCH_INDEX}" torch==2.7.1 numpy==2.1.2

# 4. What runs: NVIDIA's smallest base of the same CUDA.
FROM nvidia/cuda:12.6.3-base-ubuntu24.04 AS final
# gcc and python3-dev: torch.compile builds its kernels' launchers where it runs.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates gcc libc6-dev libssl3t64 libstdc++6 python3 python3-dev zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin trainer
COPY --from=torch /opt/torch /opt/torch
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
# Beside the program, where the program looks for it.
COPY trainer/bundles_trainer/ /app/trainer/bundles_trainer/
# The caches of compiled kernels lie in the one folder that may be written to.
ENV PATH="/opt/torch/bin:/usr/share/dotnet:${PATH}" \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_NOLOGO=true \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility \
    OMP_WAIT_POLICY=PASSIVE \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TORCHINDUCTOR_CACHE_DIR=/tmp/torchinductor \
    TRITON_CACHE_DIR=/tmp/triton \
    Training__Python=/opt/torch/bin/python3
# A number, so that a platform can see that it is not root; the only folder it writes to is /tmp.
USER 10001:10001
WORKDIR /tmp
# A job ends; whether it goes well says its exit code, not a probe.
HEALTHCHECK NONE
ENTRYPOINT ["dotnet", "/app/bundles.dll"]
CMD ["train", "--help"]
