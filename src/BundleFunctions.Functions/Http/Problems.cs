using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Every error that the HTTP functions answer with. The codes are part of the API and do not change.</summary>
public static class Problems
{
    /// <summary>A query parameter, or a field of a body, that is out of its range or of the wrong kind.</summary>
    /// <param name="detail">Which one, what was found and what was expected.</param>
    public static ProblemResult InvalidParameter(string detail) =>
        new(StatusCodes.Status400BadRequest, "invalid_parameter", "A parameter is out of its range.", detail);

    /// <summary>A body that is not the JSON that was asked for.</summary>
    /// <param name="detail">Where it stops being so.</param>
    public static ProblemResult InvalidBody(string detail) =>
        new(StatusCodes.Status400BadRequest, "invalid_body", "The body cannot be read.", detail);

    /// <summary>No key, or one that nobody holds.</summary>
    public static ProblemResult KeyRequired() =>
        new(StatusCodes.Status401Unauthorized, "key_required", "This route asks for a valid key.", $"Send it in the header {ApiKeyCheck.Header}.");

    /// <summary>A key of another shop or of too low a role, or a shop that does not exist: none tells which.</summary>
    public static ProblemResult KeyNotAllowed() =>
        new(StatusCodes.Status403Forbidden, "key_not_allowed", "This key does not open this route.");

    /// <summary>A body larger than the route takes.</summary>
    /// <param name="maxBytes">The most bytes it takes.</param>
    public static ProblemResult BodyTooLarge(long maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "body_too_large", "The body is too large.", $"Expected {maxBytes} bytes or less.");

    /// <summary>A body that holds more events than one request may bring.</summary>
    /// <param name="detail">How many it may bring.</param>
    public static ProblemResult TooManyEvents(string detail) =>
        new(StatusCodes.Status413PayloadTooLarge, "too_many_events", "The body holds too many events.", detail);

    /// <summary>A body of another media type.</summary>
    /// <param name="found">The Content-Type sent.</param>
    /// <param name="expected">What the route takes.</param>
    public static ProblemResult UnsupportedMediaType(string? found, string expected) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported_media_type",
        "The body's media type is not taken here.",
        $"Found '{found}'; expected {expected}.");

    /// <summary>A request that what is stored does not allow now.</summary>
    /// <param name="detail">Why.</param>
    public static ProblemResult Conflict(string detail) =>
        new(StatusCodes.Status409Conflict, "conflict", "This cannot be done now.", detail);

    /// <summary>A bundle that the generation which serves does not hold.</summary>
    public static ProblemResult UnknownBundle() =>
        new(StatusCodes.Status404NotFound, "unknown_bundle", "The shop offers no bundle of that name.");

    /// <summary>A store that cannot be reached; the same request may succeed later.</summary>
    public static ProblemResult StoreUnavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "store_unavailable", "A store cannot be reached; try again.", retryAfter: 1);

    /// <summary>A key that asks faster than it may, or an address that tries too many keys.</summary>
    /// <param name="retryAfter">Seconds after which the next request is let through.</param>
    public static ProblemResult RateExceeded(long retryAfter) => new(
        StatusCodes.Status429TooManyRequests, "rate_exceeded", "Too many requests; wait.", $"Expected the next one in {retryAfter} s.", (int)retryAfter);

    /// <summary>A body that does not come in the time that the route gives it.</summary>
    /// <param name="seconds">The time.</param>
    public static ProblemResult BodyTooSlow(long seconds) =>
        new(StatusCodes.Status408RequestTimeout, "body_too_slow", "The body did not come in time.", $"Expected all of it within {seconds} s.");

    /// <summary>Nothing of the name that the path gives, in this shop.</summary>
    /// <param name="detail">What is not there.</param>
    public static ProblemResult NotFound(string detail) =>
        new(StatusCodes.Status404NotFound, "not_found", "There is nothing of this name.", detail);

    /// <summary>A change of something that was changed by somebody else since it was read.</summary>
    /// <param name="detail">What to send instead.</param>
    public static ProblemResult PreconditionFailed(string detail) =>
        new(StatusCodes.Status412PreconditionFailed, "changed_meanwhile", "It was changed meanwhile; read it again.", detail);

    /// <summary>A change that does not say which version it changes.</summary>
    public static ProblemResult PreconditionRequired() => new(
        StatusCodes.Status428PreconditionRequired, "if_match_required", "This route asks for If-Match.", "Send the ETag of what was read, or If-None-Match: * where nothing was there.");
}
