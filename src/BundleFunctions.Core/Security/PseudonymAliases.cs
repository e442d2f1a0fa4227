using System.Collections.Concurrent;

namespace BundleFunctions.Security;

/// <summary>Under which retired names those are known whose identifiers passed by. Empty while the ring has one key. Safe for many threads.</summary>
public sealed class PseudonymAliases
{
    private readonly ConcurrentDictionary<Pseudonym, IReadOnlyList<Pseudonym>> _older = new();

    /// <summary>By the newest name: the older ones, the newest of them first.</summary>
    public IReadOnlyDictionary<Pseudonym, IReadOnlyList<Pseudonym>> Older => _older;

    /// <summary>All names of somebody, the newest first; the one given, where no others are known.</summary>
    public IReadOnlyList<Pseudonym> NamesOf(Pseudonym newest) => _older.TryGetValue(newest, out var older) ? [newest, .. older] : [newest];

    internal void Add(IReadOnlyList<Pseudonym> all) => _older.TryAdd(all[0], [.. all.Skip(1)]);
}
