namespace BundleFunctions.Serving.Rules;

/// <summary>The rules that work in one answer.</summary>
/// <param name="Rules">Highest priority first, then by id.</param>
/// <param name="Stamp">Names this choice of rules, so that answers made under another are told apart; 0 only where there is none.</param>
/// <param name="ExcludeOwned">Whether what the asker owns is left out; then the answer is the asker's alone.</param>
public sealed record RuleSelection(IReadOnlyList<WorkingRule> Rules, long Stamp, bool ExcludeOwned)
{
    /// <summary>No rule works.</summary>
    public static RuleSelection Nothing { get; } = new([], 0, ExcludeOwned: false);
}
