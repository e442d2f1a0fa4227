using System.CommandLine;

namespace BundleFunctions.Cli.Commands;

/// <summary>What models are asked, as an option.</summary>
internal static class TaskOption
{
    public static Option<EvaluationTask> Create() => new("--task")
    {
        Description = "basket: name the item hidden from an order. next-basket: name what a user buys next.",
        HelpName = "basket|next-basket",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (text is not ("basket" or "next-basket"))
            {
                result.AddError($"--task: '{text}' is no task; expected basket or next-basket.");
            }

            return text is "next-basket" ? EvaluationTask.NextBasket : EvaluationTask.Basket;
        },
    };
}
