namespace BundleFunctions.Hosting.TrainingJobs.Attached;

/// <summary>How training runs in a container of this machine.</summary>
public sealed record ContainerJobOptions
{
    public const string SectionName = "Training:Container";

    /// <summary>The command line of the container engine: <c>docker</c>, <c>podman</c> or a path.</summary>
    public string Engine { get; init; } = "docker";

    /// <summary>The image, as <c>infra/docker/trainer-cpu.Dockerfile</c> builds it.</summary>
    public string Image { get; init; } = "bundlefunctions-trainer:cpu";

    /// <summary>The image of runs on a GPU, as <c>infra/docker/trainer-cuda.Dockerfile</c> builds it.</summary>
    public string GpuImage { get; init; } = "bundlefunctions-trainer:cuda";

    /// <summary>Which GPUs a run on a GPU is given, in the engine's words.</summary>
    public string Gpus { get; init; } = "all";

    /// <summary>The network that the container joins; the engine's own default where absent. <c>host</c> reaches an emulator of this machine.</summary>
    public string? Network { get; init; }

    /// <summary>User and group in the container, <c>uid:gid</c>; the image's own where absent. Stores in a folder need the folder's owner.</summary>
    public string? User { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        string.IsNullOrWhiteSpace(Engine) ? "Training:Container:Engine is empty; expected docker, podman or a path."
        : !IsName(Image) ? $"Training:Container:Image is '{Image}'; expected an image's name."
        : !IsName(GpuImage) ? $"Training:Container:GpuImage is '{GpuImage}'; expected an image's name."
        : null;

    // A name that begins with a hyphen would be taken for an option of the engine.
    private static bool IsName(string? image) => !string.IsNullOrEmpty(image) && image[0] != '-' && !image.Any(char.IsWhiteSpace);
}
