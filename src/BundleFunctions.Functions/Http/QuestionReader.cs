using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Filters;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads what every bundle route takes, from a query string or from a body's fields.</summary>
internal static class QuestionReader
{
    /// <summary>Reads a request's query string and its language.</summary>
    public static bool TryRead(HttpRequest request, out Question question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        problem = null;
        var text = request.QueryString.Value ?? string.Empty;
        if (!QuestionMemo.TryGet(text, out question))
        {
            if (!TryRead(request.Query, out question, out problem))
            {
                return false;
            }
            QuestionMemo.Add(text, question);
        }
        question = question with { Query = InLanguageOf(request, question.Query) };
        return true;
    }

    /// <summary>The question, or the problem with the first parameter that is wrong.</summary>
    public static bool TryRead(IQueryCollection parameters, out Question question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = Question.Plain;
        problem = null;
        return parameters.Count == 0 || (TryReadFields(parameters, out var fields, out problem) && TryMake(fields, out question, out problem));
    }

    /// <summary>Judges the fields of a question, wherever they stood.</summary>
    public static bool TryMake(QuestionBody fields, out Question question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        var fallback = BundleQuery.Default;
        var query = new BundleQuery(fields.Limit ?? fallback.Limit, fields.MaxItems ?? fallback.MaxItems, fields.Explain ?? fallback.Explain)
        {
            Decorate = fields.Decorate ?? false,
        };
        var asker = new Asker(fields.VisitorId, fields.UserId, fields.SessionId, fields.Channel, fields.Segment);
        question = new Question(asker, query);
        if (!TryRefine(fields, out var refinement, out var complaint))
        {
            problem = Problems.InvalidParameter(complaint);
            return false;
        }
        question = question with { Query = query with { Refinement = refinement } };
        complaint = question.Query.Validate() ?? asker.Validate();
        problem = complaint is null ? null : Problems.InvalidParameter(complaint);
        return problem is null;
    }

    /// <summary>The query in the language that the request prefers.</summary>
    public static BundleQuery InLanguageOf(HttpRequest request, BundleQuery query) =>
        request.Headers.AcceptLanguage is { Count: > 0 } languages ? query with { Phrases = PhraseBook.For(languages) } : query;

    private static bool TryRefine(QuestionBody fields, out AnswerRefinement? refinement, [NotNullWhen(false)] out string? complaint)
    {
        refinement = null;
        ProductFilter? filter = null;
        AnswerCursor? cursor = null;
        complaint = fields.Filter is null ? null
            : fields.Filter.Length > AnswerRefinement.MaxFilterLength
                ? $"filter has {fields.Filter.Length} characters; expected {AnswerRefinement.MaxFilterLength} or less."
                : ProductFilter.TryParse(fields.Filter, out filter);
        if (complaint is null && fields.Cursor is not null && !AnswerCursor.TryParse(fields.Cursor, out cursor))
        {
            complaint = "cursor is none that an answer gave; expected the nextCursor of one.";
        }
        if (complaint is not null)
        {
            return false;
        }
        if (filter is not null || cursor is not null || fields.Diversity is not (null or 0) || fields.PriceLevel is not (null or 0)
            || fields.MinPrice is not null || fields.MaxPrice is not null)
        {
            refinement = new AnswerRefinement
            {
                Filter = filter,
                Cursor = cursor,
                Diversity = fields.Diversity ?? 0,
                PriceLevel = fields.PriceLevel ?? 0,
                MinPrice = fields.MinPrice,
                MaxPrice = fields.MaxPrice,
            };
        }
        return true;
    }

    private static bool TryReadFields(
        IQueryCollection parameters, [NotNullWhen(true)] out QuestionBody? fields, [NotNullWhen(false)] out ProblemResult? problem)
    {
        fields = null;
        if (!QueryText.TryGetInt(parameters, "limit", out var limit, out problem)
            || !QueryText.TryGetInt(parameters, "maxItems", out var maxItems, out problem)
            || !QueryText.TryGetFlag(parameters, "explain", out var explain, out problem)
            || !QueryText.TryGetFlag(parameters, "decorate", out var decorate, out problem)
            || !QueryText.TryGet(parameters, "filter", out var filter, out problem)
            || !QueryText.TryGetNumber(parameters, "diversity", out var diversity, out problem)
            || !QueryText.TryGetNumber(parameters, "priceLevel", out var priceLevel, out problem)
            || !QueryText.TryGetNumber(parameters, "minPrice", out var minPrice, out problem)
            || !QueryText.TryGetNumber(parameters, "maxPrice", out var maxPrice, out problem)
            || !QueryText.TryGet(parameters, "cursor", out var cursor, out problem)
            || !QueryText.TryGet(parameters, "visitorId", out var visitor, out problem)
            || !QueryText.TryGet(parameters, "userId", out var user, out problem)
            || !QueryText.TryGet(parameters, "sessionId", out var session, out problem)
            || !QueryText.TryGet(parameters, "channel", out var channel, out problem)
            || !QueryText.TryGet(parameters, "segment", out var segment, out problem))
        {
            return false;
        }

        fields = new QuestionBody
        {
            Limit = limit,
            MaxItems = maxItems,
            Explain = explain,
            Decorate = decorate,
            Filter = filter,
            Diversity = (double?)diversity,
            PriceLevel = (double?)priceLevel,
            MinPrice = minPrice,
            MaxPrice = maxPrice,
            Cursor = cursor,
            VisitorId = visitor,
            UserId = user,
            SessionId = session,
            Channel = channel,
            Segment = segment,
        };
        return true;
    }
}
