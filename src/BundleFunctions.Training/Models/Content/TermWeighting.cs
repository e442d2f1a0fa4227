namespace BundleFunctions.Training.Models.Content;

/// <summary>How terms are weighed.</summary>
public enum TermWeighting
{
    /// <summary>Cosine of <c>(1 + ln tf) idf^p</c>.</summary>
    TfIdf,

    /// <summary>Okapi BM25, over what the query item would score itself: at most about 1.</summary>
    Bm25,
}
