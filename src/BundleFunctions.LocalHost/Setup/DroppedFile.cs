using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>A file on its way into a drop box.</summary>
/// <param name="Name">The blob that it becomes.</param>
/// <param name="Open">Opens its content; seekable.</param>
internal sealed record DroppedFile(BlobName Name, Func<Stream> Open);
