using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads the panels of a page.</summary>
internal static class BatchReader
{
    /// <summary>Most panels of a page.</summary>
    public const int MaxPanels = 8;

    private const int MaxName = 64;

    /// <summary>Judges a body's panels.</summary>
    public static bool TryMake(
        BatchBody body, [NotNullWhen(true)] out IReadOnlyList<Panel>? panels, [NotNullWhen(false)] out ProblemResult? problem)
    {
        panels = null;
        if (body.Panels is not { Length: > 0 and <= MaxPanels })
        {
            problem = Problems.InvalidParameter($"panels has {body.Panels?.Length ?? 0} entries; expected 1..{MaxPanels}.");
            return false;
        }

        var made = new List<Panel>();
        for (var i = 0; i < body.Panels.Length; i++)
        {
            if (!TryMake(body.Panels[i] ?? new PanelBody(), i, made, out var panel, out problem))
            {
                return false;
            }
            made.Add(panel);
        }
        panels = made;
        problem = null;
        return true;
    }

    private static bool TryMake(
        PanelBody body, int place, List<Panel> before, [NotNullWhen(true)] out Panel? panel, [NotNullWhen(false)] out ProblemResult? problem)
    {
        panel = null;
        var name = body.Name ?? "";
        var complaint = name.Length is 0 or > MaxName || before.Exists(other => string.Equals(other.Name, name, StringComparison.Ordinal))
                ? $"panels[{place}].name is '{QueryText.Shown(name)}'; expected 1..{MaxName} characters that no other panel has."
            : body.Page is not (AnswerPages.Product or AnswerPages.Cart or AnswerPages.User or AnswerPages.Session or AnswerPages.Home)
                ? $"panels[{place}].page is '{QueryText.Shown(body.Page ?? "")}'; expected product, cart, user, session or home."
            : body.Page is AnswerPages.User && body.UserId is null ? $"panels[{place}].userId is absent; a user's panel needs it."
            : body.Page is AnswerPages.Session && (body.SessionId ?? body.VisitorId) is null
                ? $"panels[{place}].sessionId is absent; a session's panel needs it or visitorId."
            : null;
        if (complaint is not null)
        {
            problem = Problems.InvalidParameter(complaint);
            return false;
        }

        IReadOnlyList<ProductId>? products = [];
        var max = body.Page is AnswerPages.Product ? 1 : BundleQuery.MaxCartProducts;
        if (body.Page is AnswerPages.Product or AnswerPages.Cart
            && !CartReader.TryReadProducts(body.ProductIds ?? [], $"panels[{place}].productIds", out products, out problem, max))
        {
            return false;
        }
        if (!QuestionReader.TryMake(body, out var question, out problem))
        {
            return false;
        }
        panel = new Panel(name, body.Page!, products!, question);
        return true;
    }
}
