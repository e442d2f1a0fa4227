namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Tells buying again from trying something new, so that a shop may ask for more of one or none of the other.</summary>
/// <param name="Repeat">Factor on the scores of items that the user bought before, 0 or more.</param>
/// <param name="Explore">Factor on the scores of all others, 0 or more.</param>
public sealed record RepeatSplit(double Repeat, double Explore)
{
    /// <summary>Scores as they are.</summary>
    public static RepeatSplit None { get; } = new(1, 1);

    internal void Apply(ReadOnlySpan<int> bought, Span<float> scores)
    {
        if (this == None)
        {
            return;
        }

        var next = 0;
        for (var item = 0; item < scores.Length; item++)
        {
            var again = next < bought.Length && bought[next] == item;
            scores[item] *= (float)(again ? Repeat : Explore);
            next += again ? 1 : 0;
        }
    }

    internal void Validate()
    {
        ModelOptions.Require(nameof(Repeat), Repeat, 0, float.MaxValue);
        ModelOptions.Require(nameof(Explore), Explore, 0, float.MaxValue);
    }
}
