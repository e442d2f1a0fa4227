using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Polly;
using Polly.Retry;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>Sends requests to Azure Resource Manager under this process's identity: a token for each, a limit of time and size, and retries
/// where they can do no harm: 429 always, after the wait that the service names; 5xx and a lost answer where the request only reads.</summary>
internal sealed class ArmClient(HttpClient http, TokenCredential credential, ContainerAppsOptions options, TimeProvider clock)
{
    private const int MaxBodyBytes = 8 * 1024 * 1024;
    private const int MaxQuotedLength = 300;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly TokenRequestContext _scope = new([options.Endpoint.GetLeftPart(UriPartial.Authority) + "/.default"]);
    private readonly ResiliencePipeline<ArmAnswer> _reads = MakePipeline(options, clock, answer => IsMomentary(answer.Status));
    private readonly ResiliencePipeline<ArmAnswer> _writes = MakePipeline(options, clock, answer => answer.Status == HttpStatusCode.TooManyRequests);

    /// <summary>Reads. Any status that is not a success is an exception, but for the one that says that there is nothing (404).</summary>
    /// <returns>The body; null for 404.</returns>
    /// <exception cref="ArmException">It was refused, or did not succeed in all its tries.</exception>
    public async Task<byte[]?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        var answer = await _reads.ExecuteAsync(
            async (client, token) => await client.SendAsync(HttpMethod.Get, address, null, token), this, cancellationToken);
        return answer.Status == HttpStatusCode.NotFound ? null : answer.IsSuccess ? answer.Body : throw Refused(HttpMethod.Get, address, answer);
    }

    /// <summary>Asks for something to be done: at most once, whatever happens.</summary>
    /// <returns>The status, and the body of a success.</returns>
    /// <exception cref="ArmException">It was refused, or nobody knows: <see cref="ArmException.MayHaveHappened"/>.</exception>
    public async Task<ArmAnswer> PostAsync(Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        var answer = await _writes.ExecuteAsync(
            async (state, token) => await state.Client.SendAsync(HttpMethod.Post, address, state.Body, token), (Client: this, Body: body), cancellationToken);
        return answer.IsSuccess ? answer : throw Refused(HttpMethod.Post, address, answer);
    }

    private static ResiliencePipeline<ArmAnswer> MakePipeline(ContainerAppsOptions options, TimeProvider clock, Predicate<ArmAnswer> again) =>
        options.Tries == 1 ? ResiliencePipeline<ArmAnswer>.Empty : new ResiliencePipelineBuilder<ArmAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ArmAnswer>
            {
                MaxRetryAttempts = options.Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.RetryDelay,
                MaxDelay = LongestWait,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } answer && again(answer)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter is { } wait
                    ? wait < LongestWait ? wait : LongestWait
                    : (TimeSpan?)null),
            })
            .Build();

    // A lost answer has no status.
    private static bool IsMomentary(HttpStatusCode? status) =>
        status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private static ArmException Refused(HttpMethod method, Uri address, ArmAnswer answer)
    {
        var status = answer.Status is { } code ? $"answered {(int)code}" : "gave no answer";
        var text = Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, MaxQuotedLength))).ReplaceLineEndings(" ");
        var unclear = answer.Status != HttpStatusCode.TooManyRequests && IsMomentary(answer.Status);
        return new ArmException($"{method} {address.AbsolutePath} {status}: {answer.Fault?.Message ?? text}", answer.Status, unclear, answer.Fault);
    }

    private async ValueTask<ArmAnswer> SendAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        var token = await GetTokenAsync(method, address, cancellationToken);
        using var timeOut = new CancellationTokenSource(options.RequestTimeOut, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var buffer = new byte[MaxBodyBytes + 1];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token);
            return read > MaxBodyBytes
                ? ArmAnswer.Lost(new InvalidDataException($"The answer has more than {MaxBodyBytes} bytes."))
                : new ArmAnswer(response.StatusCode, buffer[..read], WaitOf(response.Headers.RetryAfter), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ArmAnswer.Lost(timeOut.IsCancellationRequested ? new TimeoutException($"No answer within {options.RequestTimeOut}.", e) : e);
        }
    }

    private async ValueTask<AccessToken> GetTokenAsync(HttpMethod method, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await credential.GetTokenAsync(_scope, cancellationToken);
        }
        catch (AuthenticationFailedException e)
        {
            throw new ArmException($"{method} {address.AbsolutePath} was not sent: no token for this process's identity. {e.Message}", null, mayHaveHappened: false, e);
        }
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
