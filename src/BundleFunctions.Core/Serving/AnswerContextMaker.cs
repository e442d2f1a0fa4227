using BundleFunctions.Security;

namespace BundleFunctions.Serving;

/// <summary>Turns what a request tells of its asker into what answers may know: pseudonyms.</summary>
public sealed class AnswerContextMaker(Pseudonymizer pseudonyms, TimeProvider clock)
{
    /// <param name="shop">The shop.</param>
    /// <param name="page">One of <see cref="AnswerPages"/>.</param>
    /// <param name="products">What the question is about.</param>
    /// <param name="asker">Who asks; valid.</param>
    public AnswerContext Make(ShopId shop, string page, IReadOnlyList<ProductId> products, Asker asker) => new(shop, page, clock.GetUtcNow())
    {
        Products = products,
        Visitor = Name(PseudonymKind.Visitor, shop, asker.VisitorId),
        User = Name(PseudonymKind.User, shop, asker.UserId),
        Session = Name(PseudonymKind.Session, shop, asker.SessionId),
        Channel = asker.Channel,
        Segment = asker.Segment,
    };

    private Pseudonym? Name(PseudonymKind kind, ShopId shop, string? value) => value is null ? null : pseudonyms.Create(kind, shop, value);
}
