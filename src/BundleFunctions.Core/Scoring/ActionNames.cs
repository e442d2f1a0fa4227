namespace BundleFunctions.Scoring;

/// <summary>The kinds of action that say what somebody is after, in the order of their numbers for models.</summary>
public static class ActionNames
{
    /// <summary>Wire names.</summary>
    public static IReadOnlyList<string> All { get; } = ["view", "click", "add_to_cart", "purchase"];

    /// <summary>The action's number; -1 for what says nothing of what is wanted next.</summary>
    public static int NumberOf(EventType action) => action switch
    {
        EventType.View => 0,
        EventType.Click => 1,
        EventType.AddToCart => 2,
        EventType.Purchase => 3,
        _ => -1,
    };
}
