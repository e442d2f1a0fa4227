namespace BundleFunctions.Training.Runs;

/// <summary>A model that may be a network which says what comes next in a session: its file goes into the model folder, where hosts that serve
/// find it.</summary>
public interface ISessionNetwork
{
    /// <summary>The kind of model; null where this one does not answer sessions.</summary>
    string? Kind { get; }

    /// <summary>Newest steps that it is told.</summary>
    int Length { get; }

    /// <summary>Actions that it tells apart, by number; empty where it takes none.</summary>
    IReadOnlyList<string> Actions { get; }

    /// <summary>The ONNX file.</summary>
    byte[] Network { get; }
}
