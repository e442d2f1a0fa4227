namespace BundleFunctions.Intake.Advice;

/// <summary>How much of each thing is asked for, and why.</summary>
internal static class DataThresholds
{
    /// <summary>Judges the facts, in the order of what to mend first.</summary>
    public static IReadOnlyList<AdviceItem> Judge(DataFacts facts)
    {
        var items = new List<AdviceItem>
        {
            Item("orders of two products or more", facts.OrdersOfTwo, 200, 2_000,
                "Only they say what is bought together. Under 200, of twenty products bought with each other evenly, no pair is seen often enough to be told from chance."),
            Item("buyers who are known", facts.Buyers, 50, 500,
                "A pair counts by the buyers behind it, so that one customer or robot moves nothing; personal answers need several of each taste."),
            Item("pairs that three buyers have", facts.PairsOfThree, 20, 500,
                "Bundles are built on pairs that several buyers share. Where they are few, similar texts and categories stand in: send titles, descriptions and categories."),
            Item("days of orders", facts.Days, 14, 56,
                "The newest part is kept back to test on, and weeks differ: with eight weeks a model is judged on what it has not seen."),
            Item("purchases that name a user or visitor, %", 100 * facts.WithPerson, 20, 60,
                "Without them orders still teach pairs, but neither personal answers nor repeat purchases, and returns find their order less often."),
            Item("purchased items with a price, %", 100 * facts.WithPrice, 0, 50,
                "Prices paid teach how demand answers to price, and make a catalogue where the shop gives none."),
        };
        items.Add(facts.ProductsKnown is { } known
            ? Item("products of the events that the catalogue has, %", facts.Products == 0 ? 100 : 100.0 * known / facts.Products, 50, 90,
                "What the catalogue does not have cannot be sold or priced, so no bundle holds it. Its events wait: they count as soon as a catalogue file brings it.")
            : new AdviceItem("catalogue", AdviceLevel.Low, 0, 0, 1, "The shop gave none: one is derived from purchases with prices, without costs, stock or categories."));
        return items;
    }

    private static AdviceItem Item(string what, double found, double least, double good, string reason) =>
        new(what, found < least ? AdviceLevel.TooLittle : found < good ? AdviceLevel.Low : AdviceLevel.Enough, found, least, good, reason);
}
