using BundleFunctions.Audit;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>POST /v1/{shop}/keys?validateOnly=</c> with <c>{role, label}</c>, for admin keys: makes a key, the second of its role at most.</summary>
public sealed class PostKey(ApiKeyRing keys, AuditLog audit)
{
    private const int MaxBodyBytes = 4096;

    [Function(nameof(PostKey))]
    [ApiOperation(
        "Makes a key",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly"],
        Body = typeof(KeyBody),
        Status = 201,
        Answer = typeof(IssuedKey),
        OtherAnswer = typeof(ValidBody),
        Problems = [408, 409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/keys")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var (body, problem) = await RequestBody.ReadAsync(request, MaxBodyBytes, RequestBody.Json, cancellationToken);
                if (problem is not null
                    || !JsonText.TryRead(body, AdminJson.Default.KeyBody, "a key's role and label", out var wanted, out problem)
                    || !AdminDoor.TryReadValidateOnly(request, out var validateOnly, out problem))
                {
                    return problem!;
                }
                if (wanted.Role is not { } role || wanted.Label?.Length > ApiKeyRing.MaxLabelLength)
                {
                    return Problems.InvalidParameter($"Expected role, read or admin, and a label of {ApiKeyRing.MaxLabelLength} characters or less.");
                }
                if (validateOnly)
                {
                    return new ValidResult();
                }
                var target = role == ApiRole.Admin ? "admin" : "read";
                await audit.WriteAsync(caller.Shop, caller.KeyId, "keys.create", target, detail: null, cancellationToken);
                if (await keys.IssueAsync(caller.Shop, role, wanted.Label, cancellationToken) is not { } issued)
                {
                    return Problems.Conflict($"The shop has {ApiKeyRing.MaxKeysPerRole} {target} keys already; revoke one first.");
                }
                var info = issued.Info;
                return new AdminResult<IssuedKey>(
                    new IssuedKey(info.Id, info.Role, info.CreatedAt, info.Label, issued.Key),
                    AdminJson.Default.IssuedKey,
                    status: StatusCodes.Status201Created);
            },
            cancellationToken);
}
