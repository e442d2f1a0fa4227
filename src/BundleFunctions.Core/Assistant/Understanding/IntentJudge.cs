namespace BundleFunctions.Assistant.Understanding;

/// <summary>Tells the intent of a question: the first that fits, in an order in which the special comes before the general.</summary>
internal static class IntentJudge
{
    private delegate bool Clue(IntentClues clues);

    // The name in the data; the intent; what must hold besides. A name of null needs no words.
    private static readonly (string? Words, AssistantIntent Intent, Clue? Clue)[] Order =
    [
        ("out_of_scope", AssistantIntent.OutOfScope, null),

        // Who is given something may be a doctor, or like football.
        ("off_topic", AssistantIntent.OutOfScope, clues => !clues.IsForSomebody),
        ("why", AssistantIntent.Why, null),
        ("complete_cart", AssistantIntent.CompleteCart, null),
        ("bundle_contents", AssistantIntent.BundleContents, clues => !clues.WantsWith),
        ("compare", AssistantIntent.Compare, clues => !clues.IsForSomebody || clues.NamesSeveral),
        ("either", AssistantIntent.Compare, clues => clues.NamesSeveral || clues.NamesTwoThings),
        ("best_sellers", AssistantIntent.Popular, null),
        ("cheaper", AssistantIntent.Cheaper, null),
        ("premium", AssistantIntent.Premium, null),
        ("quantity", AssistantIntent.Quantity, clues => clues.HasQuantity && !clues.HasPrice),
        ("bulk", AssistantIntent.Quantity, null),
        ("availability", AssistantIntent.Availability, clues => !clues.HasPrice),
        ("price", AssistantIntent.Price, clues => !clues.HasPrice),
        ("gift", AssistantIntent.Gift, null),
        (null, AssistantIntent.Quantity, clues => clues.IsForPeople || (clues.HasQuantity && clues.HasOccasion)),
        (null, AssistantIntent.Gift, clues => clues.HasOccasion),
        ("goes_with", AssistantIntent.GoesWith, clues => clues.HasGoods && !clues.NamesSeveral),

        // Praise and thrift within another wish are not the wish.
        ("cheap", AssistantIntent.Cheaper, clues => !clues.HasPrice),
        ("fine", AssistantIntent.Premium, clues => !clues.HasPrice),
        ("compare_names", AssistantIntent.Compare, clues => clues.NamesSeveral),
        ("goes_with", AssistantIntent.GoesWith, clues => clues.HasGoods),
        (null, AssistantIntent.Quantity, clues => clues.HasQuantity),
        ("complete_at_all", AssistantIntent.CompleteCart, null),
        ("popular", AssistantIntent.Popular, null),
        (null, AssistantIntent.Budget, clues => clues.HasPrice),
        ("help", AssistantIntent.Help, null),
        ("greeting", AssistantIntent.Greeting, null),
        ("help_at_all", AssistantIntent.Help, clues => !clues.HasGoods),
        ("goes_with", AssistantIntent.GoesWith, null),
        (null, AssistantIntent.FindBundle, clues => clues.HasGoods),
        ("unclear", AssistantIntent.Unclear, null),
        ("find_bundle", AssistantIntent.FindBundle, null),
    ];

    /// <param name="question">In lower case and plain signs, prices blanked out.</param>
    /// <param name="language">The language that it is in.</param>
    /// <param name="clues">What else is known of it.</param>
    public static AssistantIntent Judge(string question, string language, IntentClues clues)
    {
        var rules = IntentRules.For(language);
        clues = clues with { IsForSomebody = rules.Sounds(question, "gift"), WantsWith = rules.Sounds(question, "find_with") };
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
