namespace Microsoft.Azure.Functions.Worker;

/// <summary>The platform key that a request to an HTTP function must carry.</summary>
public enum AuthorizationLevel
{
    /// <summary>No platform key.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>A key of the function or of the whole app.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
