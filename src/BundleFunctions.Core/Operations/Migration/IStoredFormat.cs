namespace BundleFunctions.Operations.Migration;

/// <summary>One kind of thing that is stored with a version, and how its older versions become the one that this program writes.</summary>
/// <remarks>The version stands in each thing itself, not in a register beside it: a restored backup and a migration that was cut short need no
/// book-keeping. Whoever gives another kind of thing a new form writes one class and adds it to <see cref="ShopMigrator"/>.</remarks>
internal interface IStoredFormat
{
    /// <summary>What it is, such as <c>generation</c>.</summary>
    string Name { get; }

    /// <summary>The version that this program writes.</summary>
    int Current { get; }

    /// <summary>Counts what a shop has of other versions.</summary>
    /// <exception cref="InvalidDataException">Something is damaged, so that its version cannot be told.</exception>
    Task<FormatState> LookAsync(ShopId shop, CancellationToken cancellationToken);

    /// <summary>Makes everything old current. Killed at any moment, what was done stays done and the next call goes on.</summary>
    /// <exception cref="InvalidDataException">It cannot be done here; the message says what can.</exception>
    Task UpgradeAsync(ShopId shop, CancellationToken cancellationToken);
}
