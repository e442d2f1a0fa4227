using System.Collections.Concurrent;

namespace BundleFunctions.Serving;

/// <summary>A cache that holds at most so many bytes. Eviction is second chance (Corbató 1968): the oldest entry goes, unless it was read
/// since it was last looked at.</summary>
/// <remarks>Reads take no lock and write one flag at most.</remarks>
public sealed class BoundedCache<TKey, TValue>(long maxBytes)
    where TKey : notnull
{
    // What dictionary, queue and entry cost besides key and value.
    private const int Overhead = 160;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly ConcurrentQueue<TKey> _clock = new();
    private readonly Lock _eviction = new();
    private long _bytes;

    /// <summary>Bytes kept, by the sizes that were given and what an entry costs besides.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Finds a value; false where it is not kept.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            if (!entry.Touched)
            {
                entry.Touched = true;
            }

            value = entry.Value;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Keeps a value, unless it alone is larger than an eighth of the cache; an entry that exists stays.</summary>
    public void Add(TKey key, TValue value, int size)
    {
        var entry = new Entry(value, size + Overhead);
        if (entry.Size > maxBytes / 8 || !_entries.TryAdd(key, entry))
        {
            return;
        }

        _clock.Enqueue(key);
        if (Interlocked.Add(ref _bytes, entry.Size) > maxBytes)
        {
            Evict();
        }
    }

    /// <summary>Puts another form of a value where one is kept; elsewhere, and where that form alone is larger than an eighth of the cache, nothing
    /// changes.</summary>
    /// <param name="key">The value's key.</param>
    /// <param name="value">The other form.</param>
    /// <param name="size">Its bytes, 0 or more.</param>
    public void Replace(TKey key, TValue value, int size)
    {
        var entry = new Entry(value, size + Overhead) { Touched = true };
        if (entry.Size > maxBytes / 8 || !_entries.TryGetValue(key, out var old) || !_entries.TryUpdate(key, entry, old))
        {
            return;
        }

        if (Interlocked.Add(ref _bytes, entry.Size - old.Size) > maxBytes)
        {
            Evict();
        }
    }

    private void Evict()
    {
        lock (_eviction)
        {
            while (Bytes > maxBytes && _clock.TryDequeue(out var key))
            {
                if (_entries.TryGetValue(key, out var entry) && entry.Touched)
                {
                    entry.Touched = false;
                    _clock.Enqueue(key);
                }
                else if (_entries.TryRemove(key, out entry))
                {
                    Interlocked.Add(ref _bytes, -entry.Size);
                }
            }
        }
    }

    private sealed class Entry(TValue value, int size)
    {
        public TValue Value { get; } = value;

        public int Size { get; } = size;

        public volatile bool Touched;
    }
}
