# The training job on processors: `bundles train` and, for deep models, PyTorch from Debian and ONNX Runtime from NuGet.
# Build from the repository's root, on a network with the whole package feed:
#   docker build -f infra/docker/trainer-cpu.Dockerfile -t bundlefunctions-trainer:cpu .
# docs/training-job.md says how it is started.

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

# 3. What runs: Debian 12, whose python3-torch is 1.13, the version that the trainer's tests run on.
FROM debian:12.11-slim AS final
# ca-certificates, libssl3, libstdc++6 and zlib1g are what .NET needs; it runs without ICU (InvariantGlobalization).
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libssl3 libstdc++6 zlib1g python3 python3-numpy python3-torch \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin trainer
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
# Beside the program, where the program looks for it.
COPY trainer/bundles_trainer/ /app/trainer/bundles_trainer/
# OMP_WAIT_POLICY: threads that wait give their core to those that work, which is worth a factor of two to ten in a container
# with fewer cores than the machine.
ENV PATH="/usr/share/dotnet:${PATH}" \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_NOLOGO=true \
    OMP_WAIT_POLICY=PASSIVE \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
# A number, so that a platform can see that it is not root; the only folder it writes to is /tmp.
USER 10001:10001
WORKDIR /tmp
# A job ends; whether it goes well says its exit code, not a probe.
HEALTHCHECK NONE
ENTRYPOINT ["dotnet", "/app/bundles.dll"]
CMD ["train", "--help"]
