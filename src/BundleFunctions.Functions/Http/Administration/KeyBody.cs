using BundleFunctions.Security;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>The body that asks for a key.</summary>
internal sealed record KeyBody
{
    public ApiRole? Role { get; init; }

    public string? Label { get; init; }
}
