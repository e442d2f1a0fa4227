using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Tests.Samples;

internal static class BrokenSamples
{
    internal sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public Task Run(string name) => Task.FromResult(name);
    }

    internal sealed class UnknownTrigger
    {
        [Function("UnknownTrigger")]
        public Task Run([QueueTrigger] string message) => Task.FromResult(message);
    }

    internal sealed class SameName
    {
        [Function("getthing")]
        public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.FromResult(timer);
    }

    internal sealed class UnfilledParameter
    {
        [Function("Unfilled")]
        public Task Run([BlobTrigger("events/{name}")] Stream blob, string shop) => Task.FromResult((blob, shop));
    }

    internal sealed class BadPath
    {
        [Function("BadPath")]
        public Task Run([BlobTrigger("events/{na me}")] Stream blob) => Task.FromResult(blob);
    }

    internal sealed class WrongReturn
    {
        [Function("WrongReturn")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => request.Path;
    }

    internal sealed class BadSchedule
    {
        [Function("BadSchedule")]
        public Task Run([TimerTrigger("every day")] TimerInfo timer) => Task.FromResult(timer);
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class QueueTriggerAttribute : Attribute;
}
