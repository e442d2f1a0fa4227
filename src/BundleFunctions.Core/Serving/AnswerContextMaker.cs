using BundleFunctions.Security;

namespace BundleFunctions.Serving;

/// <summary>Turns what a request tells of its asker into what answers may know: pseudonyms.</summary>
public sealed class AnswerContextMaker(Pseudonymizer pseudonyms, TimeProvider clock)
{
    /// <param name="shop">The shop.</param>
    /// <param name="page">One of <see cref="AnswerPages"/>.</param>
    /// <param name="products">What the question is about.</param>
    /// <param name="asker">Who asks; valid.</param>
    public AnswerContext Make(ShopId shop, string page, IReadOnlyList<ProductId> products, Asker asker)
    {
        var aliases = pseudonyms.IsRotating ? new PseudonymAliases() : null;
        var names = aliases is null ? pseudonyms : pseudonyms.TellingTo(aliases);
        return new AnswerContext(shop, page, clock.GetUtcNow())
        {
            Products = products,
            Visitor = Name(names, PseudonymKind.Visitor, shop, asker.VisitorId),
            User = Name(names, PseudonymKind.User, shop, asker.UserId),
            Session = Name(names, PseudonymKind.Session, shop, asker.SessionId),
            Aliases = aliases,
            Channel = asker.Channel,
            Segment = asker.Segment,
        };
    }

    private static Pseudonym? Name(Pseudonymizer names, PseudonymKind kind, ShopId shop, string? value) => value is null ? null : names.Create(kind, shop, value);
}
