using BundleFunctions.Publishing;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Serving;

/// <summary>A question with all that its answer depends on, fixed at one moment.</summary>
/// <param name="View">What the shop serves.</param>
/// <param name="Generation">The generation that answers.</param>
/// <param name="Context">Who asks, about what.</param>
/// <param name="Query">What is wanted.</param>
/// <param name="Plan">What rules and experiments do to it.</param>
/// <param name="Deadline">When the answer must be given.</param>
internal sealed record AnswerQuestion(
    ShelfView View, GenerationInfo Generation, AnswerContext Context, BundleQuery Query, AnswerPlan Plan, Deadline Deadline);
