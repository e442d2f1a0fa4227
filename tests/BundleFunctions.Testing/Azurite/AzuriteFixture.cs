using Xunit;

namespace BundleFunctions.Testing;

/// <summary>Azurite for the tests of one class or collection. Where it is neither installed nor required it does nothing: its tests are
/// reported as skipped by <see cref="RequiresAzuriteAttribute"/>.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>A connection string of the running emulator.</summary>
    public string ConnectionString => _process?.ConnectionString ?? throw new InvalidOperationException("Azurite is not running.");

    /// <summary>Where the running emulator listens.</summary>
    public Uri ServiceAddress => _process?.Address ?? throw new InvalidOperationException("Azurite is not running.");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (AzuriteProcess.IsInstalled || RequiresAzuriteAttribute.IsRequired)
        {
            _process = await AzuriteProcess.StartAsync();
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
