using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>A list as the shelf keeps it: as its document until it is asked for again, then as objects.</summary>
/// <remarks>Most lists of a large shop are read once in their time in memory, and the collector has less to do with one array than with a
/// hundred objects: it stops the service for a third of the time.</remarks>
/// <param name="Document">The document's body; null where there is no such list, or where <paramref name="Bundles"/> stand for it.</param>
/// <param name="Bundles">The list as objects; null where there is none, or not yet.</param>
internal readonly record struct ShelvedList(ReadOnlyMemory<byte>? Document, IReadOnlyList<PublishedBundle>? Bundles = null)
{
    /// <summary>Whether there is a list and only its document is kept.</summary>
    public bool IsPacked => Document is not null;

    /// <summary>Bytes of the document, 0 where none is kept.</summary>
    public int Size => Document?.Length ?? 0;

    /// <summary>The list as objects; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The document is not what publishing writes.</exception>
    public IReadOnlyList<PublishedBundle>? Unpack() => Document is { } document ? ListDocumentCodec.Decode(document.Span) : Bundles;
}
