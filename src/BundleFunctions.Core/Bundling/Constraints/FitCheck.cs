namespace BundleFunctions.Bundling.Constraints;

/// <summary>Whether an accessory fits what it stands beside.</summary>
internal static class FitCheck
{
    private static readonly char[] Separators = [',', ';', '|'];

    /// <summary>Why the accessory does not fit the host; null where it does, where it names no fit, or where the other is no host.</summary>
    public static ConstraintViolation? Find(FitRule rule, Product accessory, Product host)
    {
        if (!accessory.Attributes.TryGetValue(rule.Attribute, out var fits)
            || (rule.HostCategory is not null && !CategoryPaths.Holds(host, rule.HostCategory))
            || HostValue(rule, host) is not { } value
            || Names(fits, value))
        {
            return null;
        }

        return new ConstraintViolation(
            ConstraintCodes.DoesNotFit, accessory.ProductId, host.ProductId, $"It fits {fits}; {host.ProductId} is {value}.");
    }

    private static string? HostValue(FitRule rule, Product host) => rule.Target switch
    {
        FitTarget.Group => host.GroupId,
        FitTarget.Product => host.ProductId.Value,
        _ => host.Attributes.TryGetValue(rule.HostAttribute, out var value) ? value : null,
    };

    private static bool Names(string fits, string value)
    {
        foreach (var part in fits.AsSpan().SplitAny(Separators))
        {
            if (fits.AsSpan(part).Trim().Equals(value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
