namespace BundleFunctions.DeepModels.Folders;

/// <summary>How a network was made smaller.</summary>
/// <param name="Int8">Whether its weights are whole numbers of eight bits.</param>
internal sealed record CompressionMark(bool Int8);
