namespace BundleFunctions.Assistant.Understanding;

/// <summary>Tells the intent of a question: the first that fits, in an order in which the special comes before the general.</summary>
internal static class IntentJudge
{
    private delegate bool Clue(IntentClues clues);

    // The name in the data; the intent; what must hold besides. A name of null needs no words.
    private static readonly (string? Words, AssistantIntent Intent, Clue? Clue)[] Order =
    [
        ("out_of_scope", AssistantIntent.OutOfScope, null),
        ("why", AssistantIntent.Why, null),
        ("bundle_contents", AssistantIntent.BundleContents, null),
        ("complete_cart", AssistantIntent.CompleteCart, null),
        ("compare", AssistantIntent.Compare, null),
        ("cheaper", AssistantIntent.Cheaper, null),
        ("premium", AssistantIntent.Premium, null),
        ("availability", AssistantIntent.Availability, null),
        ("price", AssistantIntent.Price, clues => !clues.HasPrice),
        ("gift", AssistantIntent.Gift, null),
        (null, AssistantIntent.Quantity, clues => clues.IsForPeople),
        (null, AssistantIntent.Gift, clues => clues.HasOccasion),
        ("goes_with", AssistantIntent.GoesWith, clues => clues.HasGoods && !clues.NamesSeveral),
        ("compare_names", AssistantIntent.Compare, clues => clues.NamesSeveral),
        ("goes_with", AssistantIntent.GoesWith, clues => clues.HasGoods),
        (null, AssistantIntent.Quantity, clues => clues.HasQuantity),
        ("popular", AssistantIntent.Popular, null),
        (null, AssistantIntent.Budget, clues => clues.HasPrice),
        ("help", AssistantIntent.Help, null),
        ("greeting", AssistantIntent.Greeting, null),
        ("goes_with", AssistantIntent.GoesWith, null),
        (null, AssistantIntent.FindBundle, clues => clues.HasGoods),
        ("find_bundle", AssistantIntent.FindBundle, null),
    ];

    /// <param name="question">In lower case and plain signs, prices blanked out.</param>
    /// <param name="language">The language that it is in.</param>
    /// <param name="clues">What else is known of it.</param>
    public static AssistantIntent Judge(string question, string language, IntentClues clues)
    {
        var rules = IntentRules.For(language);
        foreach (var (words, intent, clue) in Order)
        {
            if ((clue is null || clue(clues)) && (words is null || rules.Sounds(question, words)))
            {
                return intent;
            }
        }

        return AssistantIntent.Unclear;
    }
}
