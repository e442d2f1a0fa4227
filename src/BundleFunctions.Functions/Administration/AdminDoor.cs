using BundleFunctions.Functions.Gate;
using BundleFunctions.Functions.Http;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Administration;

/// <summary>The door of every operators' route: an admin key, and faults of stores as problems.</summary>
internal static class AdminDoor
{
    /// <summary>Lets the caller's work be done, where the caller may have it done.</summary>
    public static async Task<IResult> EnterAsync(
        ApiKeyRing keys, HttpRequest request, string shop, Func<Caller, Task<IResult>> work, CancellationToken cancellationToken)
    {
        var (caller, problem) = await ApiKeyCheck.EnterAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            return await work(caller);
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
        catch (InvalidDataException fault)
        {
            return Problems.Conflict(fault.Message);
        }
    }

    /// <summary>Whether the request asks to be checked only.</summary>
    public static bool TryReadValidateOnly(HttpRequest request, out bool validateOnly, out ProblemResult? problem)
    {
        var read = QueryText.TryGetFlag(request.Query, "validateOnly", out var given, out problem);
        validateOnly = given ?? false;
        return read;
    }
}
