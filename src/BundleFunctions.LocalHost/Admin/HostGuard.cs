using System.Net;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Functions.Http;
using BundleFunctions.LocalHost.Settings;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.LocalHost.Admin;

/// <summary>Lets only this machine, and where a host key is set only its holder, at the admin and webhook routes.</summary>
internal sealed class HostGuard(LocalHostOptions options) : IEndpointFilter
{
    private const string KeyHeader = "x-functions-key";

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller))
        {
            return Refuse(StatusCodes.Status403Forbidden, "not_local", "This route answers only callers on the same machine.");
        }
        if (!string.IsNullOrEmpty(options.HostKey) && !Matches(http.Request.Headers[KeyHeader].ToString(), options.HostKey))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "host_key_required", $"This route asks for the host key in {KeyHeader}.");
        }
        return next(context);
    }

    // Hashed first, so that neither length nor content shows in the time taken.
    private static bool Matches(string presented, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(presented)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private static ValueTask<object?> Refuse(int status, string code, string title) => new(new ProblemResult(status, code, title));
}
