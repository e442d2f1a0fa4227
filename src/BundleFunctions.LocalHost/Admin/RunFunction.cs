using BundleFunctions.Functions.Http;
using BundleFunctions.LocalHost.Blobs;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Timers;
using BundleFunctions.Ports;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.LocalHost.Admin;

/// <summary><c>POST /admin/functions/{name}</c>: runs a timer now, or delivers the blob that <c>{"input": "container/path"}</c> names.</summary>
internal sealed class RunFunction(FunctionCatalogue functions, TimerService timers, BlobDispatcher dispatcher)
{
    /// <summary>Answers 202 once the run is queued.</summary>
    public async Task<IResult> AnswerAsync(string name, HttpContext context)
    {
        if (!functions.TryGet(name, out var function))
        {
            return new ProblemResult(StatusCodes.Status404NotFound, "no_such_function", "No function has this name.", name);
        }

        var (body, problem) = await JsonBody.ReadAsync(context);
        if (problem is not null)
        {
            return problem;
        }
        return function switch
        {
            TimerFunction => timers.TryAsk(function.Name) ? Results.Accepted() : Results.NotFound(),
            BlobFunction blob => Deliver(blob, body.Text("input")),
            _ => new ProblemResult(
                StatusCodes.Status400BadRequest, "not_runnable", "Only timer and blob functions are run this way.", $"Call {name}'s own route."),
        };
    }

    private IResult Deliver(BlobFunction function, string? input) =>
        BlobName.TryParse(input, out var blob) && dispatcher.TryEnqueue(function, blob, forced: true)
            ? Results.Accepted()
            : new ProblemResult(
                StatusCodes.Status400BadRequest,
                "bad_input",
                "The input is not a blob of this function.",
                $"Found '{input}'; expected a path that fits {function.Pattern.Text}.");
}
