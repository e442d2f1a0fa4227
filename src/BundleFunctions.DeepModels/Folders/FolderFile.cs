namespace BundleFunctions.DeepModels.Folders;

/// <summary>A file of the folder.</summary>
internal sealed record FolderFile(string Name, string Sha256, long Bytes);
