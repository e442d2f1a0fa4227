namespace BundleFunctions.DeepModels.Text;

/// <summary>Learns which neighbouring tokens become one: again and again the pair that stands in most words, by their frequency. Of equally
/// frequent ones the lower tokens come first, so that the same texts in any order give the same vocabulary.</summary>
internal static class BytePairLearner
{
    // What stands only twice in a catalogue is a name or a number, not a part of speech.
    private const int LeastCount = 3;

    /// <param name="size">Highest token, 256 or more; fewer are learned where texts are few.</param>
    public static BytePairs Learn(IEnumerable<string> texts, int size, CancellationToken cancellationToken)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        var spelled = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(BytePairs.Words))
        {
            var key = string.Concat(word.Select(token => (char)token));
            frequencies[key] = frequencies.GetValueOrDefault(key) + 1;
            spelled.TryAdd(key, word);
        }

        string[] keys = [.. frequencies.Keys.Order(StringComparer.Ordinal)];
        var words = Array.ConvertAll(keys, key => spelled[key].ToList());
        var counts = Array.ConvertAll(keys, key => frequencies[key]);
        return Merge(words, counts, size - 256, cancellationToken);
    }

    private static BytePairs Merge(List<int>[] words, int[] counts, int merges, CancellationToken cancellationToken)
    {
        var pairs = new Dictionary<(int, int), int>();
        var places = new Dictionary<(int, int), HashSet<int>>();
        var queue = new PriorityQueue<(int, int), (int Count, int Left, int Right)>();
        for (var word = 0; word < words.Length; word++)
        {
            Count(word, counts[word], told: null);
        }

        foreach (var (pair, times) in pairs)
        {
            queue.Enqueue(pair, (-times, pair.Item1, pair.Item2));
        }

        var (left, right) = (new List<int>(), new List<int>());
        while (left.Count < merges && queue.TryDequeue(out var pair, out var priority))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = pairs.GetValueOrDefault(pair);
            if (count != -priority.Count)
            {
                // Where it rose since, it stands in the queue again; where it fell, it takes its new place.
                if (count < -priority.Count && count > 0)
                {
                    queue.Enqueue(pair, (-count, pair.Item1, pair.Item2));
                }

                continue;
            }

            if (-priority.Count < LeastCount)
            {
                break;
            }

            left.Add(pair.Item1);
            right.Add(pair.Item2);
            foreach (var word in places[pair].ToArray())
            {
                Count(word, -counts[word], told: null);
                Join(words[word], pair, 256 + left.Count);
                Count(word, counts[word], queue);
            }
        }

        return new BytePairs([.. left], [.. right]);

        void Count(int word, int by, PriorityQueue<(int, int), (int, int, int)>? told)
        {
            for (var i = 0; i + 1 < words[word].Count; i++)
            {
                var found = (words[word][i], words[word][i + 1]);
                var times = pairs[found] = pairs.GetValueOrDefault(found) + by;
                (places.TryGetValue(found, out var known) ? known : places[found] = []).Add(word);
                told?.Enqueue(found, (-times, found.Item1, found.Item2));
            }
        }
    }

    private static void Join(List<int> word, (int Left, int Right) pair, int token)
    {
        for (var i = 0; i + 1 < word.Count; i++)
        {
            if (word[i] == pair.Left && word[i + 1] == pair.Right)
            {
                word[i] = token;
                word.RemoveAt(i + 1);
            }
        }
    }
}
