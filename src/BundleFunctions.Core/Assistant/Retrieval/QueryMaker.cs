using BundleFunctions.Assistant.Text;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>Takes out of a question what can be looked for: from left to right the longest run that the vocabulary knows, and of the rest every
/// word that the catalogue has.</summary>
internal sealed class QueryMaker(Vocabulary vocabulary, CatalogueIndex index)
{
    /// <summary>Things that are looked for at most.</summary>
    public const int MaxUnits = 24;

    /// <param name="question">In lower case and plain signs, prices and quantities blanked out.</param>
    public CatalogueQuery Make(string question)
    {
        var units = new List<QueryUnit>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? occasion = null;
        for (var at = 0; at < question.Length && units.Count < MaxUnits;)
        {
            if (!char.IsLetterOrDigit(question[at]))
            {
                at++;
                continue;
            }

            var run = PlainText.IsHan(question[at]) ? ReadHan(question, ref at) : ReadWords(question, ref at);
            foreach (var (key, concept) in run)
            {
                occasion ??= concept?.Occasion;
                var unit = concept is null ? Plain(key) : concept.Find.Count == 0 ? null : Known(concept);
                if (unit is not null && seen.Add(string.Join('|', unit.Alternatives.Select(words => string.Join(' ', words)))))
                {
                    units.Add(unit);
                }
            }
        }

        return new CatalogueQuery(units, occasion);
    }

    private QueryUnit? Plain(string word) => index.Has(word) ? new QueryUnit([[word]], IsKnown: false) : null;

    // What the shop does not sell is kept too: then the question named something, and nothing was found.
    private QueryUnit Known(Concept concept)
    {
        var sold = concept.Find.Where(words => Array.TrueForAll(words, index.Has)).ToArray();
        return new QueryUnit(sold.Length > 0 ? sold : concept.Find, IsKnown: true);
    }

    private List<(string Key, Concept? Concept)> ReadWords(string question, ref int at)
    {
        var end = at;
        while (end < question.Length && !PlainText.IsHan(question[end]))
        {
            end++;
        }

        var words = Words.Of(question.AsSpan(at, end - at));
        at = end;
        var found = new List<(string, Concept?)>();
        for (var i = 0; i < words.Count;)
        {
            var length = Math.Min(Vocabulary.MaxRun, words.Count - i);
            Concept? concept = null;
            for (; length > 0; length--)
            {
                concept = vocabulary.Find(length == 1 ? words[i].Text : string.Join(' ', words.Skip(i).Take(length).Select(word => word.Text)));
                if (concept is not null)
                {
                    break;
                }
            }

            found.Add((words[i].Text, concept));
            i += Math.Max(1, length);
        }

        return found;
    }

    private List<(string Key, Concept? Concept)> ReadHan(string question, ref int at)
    {
        var end = at;
        while (end < question.Length && PlainText.IsHan(question[end]))
        {
            end++;
        }

        var run = question[at..end];
        at = end;
        var found = new List<(string, Concept?)>();
        var rest = 0;
        for (var i = 0; i < run.Length;)
        {
            var length = Math.Min(Vocabulary.MaxRun, run.Length - i);
            Concept? concept = null;

            for (; length > 0 && (concept = vocabulary.Find(run.Substring(i, length))) is null; length--)
            {
            }

            if (concept is null)
            {
                i++;
                continue;
            }

            AddRest(found, run[rest..i]);
            found.Add((run.Substring(i, length), concept));
            i += length;
            rest = i;
        }

        AddRest(found, run[rest..]);
        return found;
    }

    private static void AddRest(List<(string, Concept?)> found, string rest)
    {
        foreach (var word in Words.Of(rest))
        {
            found.Add((word.Text, null));
        }
    }
}
