namespace BundleFunctions.Ports;

/// <summary>What kind of machine a training run is given.</summary>
public enum ComputeProfile
{
    /// <summary>Processors alone.</summary>
    Cpu,

    /// <summary>A machine with a GPU.</summary>
    Gpu,
}
