using BundleFunctions.Catalogue;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Sessions;

/// <summary>Sessions as steps with numbered products, oldest first, each up to its order: what stands in an order and was never looked at, no visitor
/// was on the way to.</summary>
/// <param name="Products">What the numbers stand for.</param>
/// <param name="Steps">By session.</param>
/// <param name="Moments">When each session began, in seconds since 1970.</param>
/// <param name="Content">What the catalogue says of each product; empty where there is none.</param>
public sealed record SessionLog(
    ProductIndex Products, IReadOnlyList<SequenceStep[]> Steps, IReadOnlyList<long> Moments, IReadOnlyList<ItemContent> Content)
{
    /// <summary>By session: whether it came to a cart or an order.</summary>
    public required IReadOnlyList<bool> CameToCart { get; init; }

    /// <param name="sessions">Oldest first.</param>
    /// <param name="catalogue">The shop's products; null where there are none.</param>
    public static SessionLog Of(IReadOnlyList<VisitorSession> sessions, CatalogueSnapshot? catalogue)
    {
        var whole = sessions.Select(session => (session.At, Steps: session.Steps.TakeWhile(step => step.Action != EventType.Purchase).ToArray(), session))
            .Where(session => session.Steps.Length >= 2).ToArray();
        var products = ProductIndex.Of(whole.SelectMany(session => session.Steps).Select(step => step.Product));
        return new SessionLog(
            products,
            [.. whole.Select(session => Array.ConvertAll(session.Steps, step => new SequenceStep(products.NumberOf(step.Product), (byte)ActionNames.NumberOf(step.Action))))],
            [.. whole.Select(session => session.At.ToUnixTimeSeconds())],
            CatalogueContent.Of(products, catalogue))
        {
            CameToCart = [.. whole.Select(session => session.session.Steps.Any(step => step.Action is EventType.AddToCart or EventType.Purchase))],
        };
    }

    /// <summary>Sessions from one place to another as training data: a row a session, with its order and as a set.</summary>
    public TrainingData Rows(int from, int to)
    {
        int[][] sets = [.. Steps.Skip(from).Take(to - from).Select(steps => steps.Select(step => step.Item).Distinct().Order().ToArray())];
        var offsets = new int[sets.Length + 1];
        for (var i = 0; i < sets.Length; i++)
        {
            offsets[i + 1] = offsets[i] + sets[i].Length;
        }

        var items = sets.SelectMany(set => set).ToArray();
        return new TrainingData(new SparseMatrix(offsets, items, [.. items.Select(_ => 1f)], Products.Count))
        {
            Sequences = [.. Steps.Skip(from).Take(to - from)],
            Moments = [.. Moments.Skip(from).Take(to - from)],
            Content = Content,
        };
    }
}
