namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>What a better primary metric must not be bought with.</summary>
internal sealed class GateGuardrails(GateOptions options)
{
    /// <summary>What the challenger would break, in words.</summary>
    public List<string> Broken(GateInput champion, GateInput challenger)
    {
        var broken = new List<string>();
        if (challenger.Coverage < champion.Coverage * options.KeptCoverage)
        {
            broken.Add(GateWords.Say($"{challenger.Model} recommends {challenger.Coverage:P1} of the items where {champion.Model} recommends {champion.Coverage:P1}; expected at least {options.KeptCoverage:P0} of that."));
        }

        if (challenger.ExposureGini > champion.ExposureGini + options.MaxGiniRise)
        {
            broken.Add(GateWords.Say($"Exposure is more uneven: Gini index {challenger.ExposureGini:F3} after {champion.ExposureGini:F3}; expected a rise of at most {options.MaxGiniRise:F3}."));
        }

        if (challenger.OutOfStock > champion.OutOfStock + options.MaxOutOfStockRise)
        {
            broken.Add(GateWords.Say($"{challenger.OutOfStock:P1} of what {challenger.Model} recommends is out of stock, after {champion.OutOfStock:P1}; expected a rise of at most {options.MaxOutOfStockRise:P1}."));
        }

        if (champion.Margin is { } margin && challenger.Margin < margin - ((1 - options.KeptMargin) * Math.Abs(margin)))
        {
            broken.Add(GateWords.Say($"The mean margin of what {challenger.Model} recommends is {challenger.Margin:P1} after {champion.Margin:P1}; expected at least {options.KeptMargin:P0} of that."));
        }

        return broken;
    }
}
