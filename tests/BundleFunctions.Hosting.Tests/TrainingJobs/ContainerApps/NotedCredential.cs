using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using BundleFunctions.Testing;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.ContainerApps;

/// <summary>Gives the stand-in's token and notes what it was asked for.</summary>
internal sealed class NotedCredential : TokenCredential
{
    public ConcurrentQueue<string> Scopes { get; } = [];

    public bool IsBroken { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        foreach (var scope in requestContext.Scopes)
        {
            Scopes.Enqueue(scope);
        }

        return IsBroken ? throw new AuthenticationFailedException("no identity") : new AccessToken(ContainerAppsStandIn.Token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
