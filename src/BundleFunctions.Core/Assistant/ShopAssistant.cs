using System.Runtime.CompilerServices;
using BundleFunctions.Assistant.Answering;
using BundleFunctions.Assistant.Phrasing;
using BundleFunctions.Assistant.Retrieval;
using BundleFunctions.Assistant.Understanding;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant;

/// <summary>Answers questions in plain language with a shop's bundles. Rules understand and rules answer, from the catalogue and the generation that
/// serves, and from nothing else; a language model may word the answer, and is held to what the rules knew. One instance serves all shops and all threads.</summary>
public sealed class ShopAssistant
{
    private readonly BundleReader _reader;
    private readonly IAnswerPhraser _phraser;
    private readonly IndexShelf _indexes;
    private readonly BundleReplies _bundles;
    private readonly LevelReplies _levels;
    private readonly ProductReplies _products;
    private readonly OneBundleReplies _one;
    private readonly ConditionalWeakTable<AssistantShopOptions, Vocabulary> _vocabularies = [];

    /// <param name="reader">Gives the bundles.</param>
    /// <param name="phraser">Words answers.</param>
    /// <param name="options">Valid options.</param>
    public ShopAssistant(BundleReader reader, IAnswerPhraser phraser, AssistantOptions options)
    {
        (_reader, _phraser, _indexes) = (reader, phraser, new IndexShelf(options));
        var finder = new BundleFinder(reader);
        _bundles = new BundleReplies(finder);
        (_levels, _products, _one) = (new LevelReplies(finder, _bundles), new ProductReplies(finder), new OneBundleReplies(finder));
    }

    /// <summary>Answers a question.</summary>
    /// <param name="context">Who asks; page <see cref="AnswerPages.Assistant"/>.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="preferred">The language where the question itself tells none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer; null where the shop has no assistant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The question breaks its own bounds.</exception>
    public async Task<AssistantAnswer?> AnswerAsync(
        AnswerContext context, AssistantQuestion question, PhraseBook preferred, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Message.Length, AssistantQuestion.MaxMessage, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Cart.Count, BundleQuery.MaxCartProducts, nameof(question));
        ArgumentOutOfRangeException.ThrowIfNotEqual(question.Limit is >= 1 and <= AssistantQuestion.MaxLimit, true, nameof(question));
        var view = (await _reader.LookAsync(context.Shop, cancellationToken)).View;
        if (view.Live is not { } live)
        {
            return Unreadable(preferred, view.Fault, view.Current is null);
        }

        if (!live.Assistant.Enabled)
        {
            return null;
        }

        var index = await _indexes.GetAsync(context.Shop, live.Snapshot, cancellationToken);
        var vocabulary = _vocabularies.GetValue(live.Assistant, Vocabulary.For);
        var understood = QuestionReader.Read(question.Message, preferred, live.Snapshot, index, vocabulary);
        var cart = question.Cart.Count > 0 ? question.Cart.ToHashSet() : null;
        var turn = new AssistantTurn(context with { Products = [], Cart = cart }, question, understood, live, index.Currency);
        var draft = await ReplyAsync(turn, cancellationToken);
        var (message, wordedBy) = await WordAsync(draft, understood.Phrases, cancellationToken);
        return Answer(turn, draft, message, wordedBy);
    }

    private Task<AssistantDraft> ReplyAsync(AssistantTurn turn, CancellationToken cancellationToken) => turn.Understood.Intent switch
    {
        AssistantIntent.Greeting or AssistantIntent.Help or AssistantIntent.OutOfScope or AssistantIntent.Unclear => Task.FromResult(TalkReplies.Reply(turn)),
        AssistantIntent.Why or AssistantIntent.BundleContents => _one.ReplyAsync(turn, cancellationToken),
        AssistantIntent.CompleteCart => _bundles.CartAsync(turn, cancellationToken),
        AssistantIntent.Compare => _products.CompareAsync(turn, cancellationToken),
        AssistantIntent.Availability or AssistantIntent.Price => _products.FactAsync(turn, cancellationToken),
        AssistantIntent.Cheaper or AssistantIntent.Premium => _levels.ReplyAsync(turn, cancellationToken),
        _ => _bundles.FindAsync(turn, cancellationToken),
    };

    private async Task<(string Message, AssistantWording WordedBy)> WordAsync(AssistantDraft draft, PhraseBook phrases, CancellationToken cancellationToken)
    {
        var message = string.Join('\n', draft.Lines);
        var wording = draft.MayBeReworded ? WordingCheck.Accept(await _phraser.PhraseAsync(message, phrases.Language, cancellationToken), message) : null;
        return wording is null ? (message, AssistantWording.Rules) : (wording, AssistantWording.Model);
    }

    private static AssistantAnswer Answer(AssistantTurn turn, AssistantDraft draft, string message, AssistantWording wordedBy)
    {
        var bundles = draft.Bundles;
        return new AssistantAnswer(
            turn.Understood.Intent,
            turn.Phrases.Language,
            message,
            wordedBy,
            turn.Understood.Slots,
            bundles?.Bundles ?? [],
            [
                .. draft.Products.Select(product => new AssistantProduct(
                    product.ProductId, product.Title, product.Price, product.Currency, product.IsAvailable(turn.Live.AsOf))),
            ],
            draft.FollowUps,
            draft.Nearest,
            bundles?.RecommendationId,
            bundles?.Generation,
            bundles?.Model,
            bundles?.Variant,
            bundles?.Strategy,
            bundles?.Stale,
            bundles?.Reason);
    }

    private static AssistantAnswer Unreadable(PhraseBook phrases, string? fault, bool isEmpty)
    {
        var say = new Sentences(phrases);
        return new AssistantAnswer(
            AssistantIntent.Unclear,
            phrases.Language,
            say.Say(isEmpty && fault is null ? "nothingPublished" : "unreadable"),
            AssistantWording.Rules,
            new AssistantSlots(),
            [],
            [],
            FollowUps.Begin(say),
            Stale: fault is null ? null : true,
            Reason: fault ?? (isEmpty ? "Nothing has been published for this shop yet." : "The catalogue cannot be read now."));
    }
}
