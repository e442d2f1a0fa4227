using BundleFunctions.Serving;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Experiments;

/// <summary>An experiment in which one visitor sees two rankings mixed: that of everybody, and that under further rules.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Rules">The further rules, by name.</param>
public sealed record Interleaving(string Experiment, IReadOnlyList<string> Rules)
{
    // Nobody looks further down, and mixing looks at every candidate above.
    private const int MaxMixed = 50;

    /// <summary>Mixes, and writes into the draft's variant which ranking put each bundle there.</summary>
    /// <param name="control">The answer as everybody gets it; its variant names the experiment.</param>
    /// <param name="rival">The other ranking of the same candidates.</param>
    internal AnswerDraft Mix(AnswerDraft control, IReadOnlyList<Candidate> rival)
    {
        var context = control.Context;
        var seed = $"{Experiment}|{(context.Visitor ?? context.User)?.Value}|{context.Page}|{string.Join(',', context.Products)}";
        var mixed = TeamDraft.Mix(control.Candidates, rival, MaxMixed, seed);
        var above = mixed.Candidates.Select(candidate => candidate.Bundle.BundleId).ToHashSet();
        var code = TeamCode.Write([.. mixed.Candidates.Select(candidate => candidate.Bundle.BundleId)], mixed.Teams);
        return control with
        {
            Candidates = [.. mixed.Candidates, .. control.Candidates.Where(candidate => !above.Contains(candidate.Bundle.BundleId))],
            Variant = string.Join('+', control.Variant.Split('+').Select(arm => string.Equals(arm, TeamCode.ArmOf(Experiment), StringComparison.Ordinal) ? $"{arm}-{code}" : arm)),
        };
    }
}
