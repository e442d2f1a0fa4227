using BundleFunctions.Training.Models;

namespace BundleFunctions.MachineLearning;

/// <summary>Runs ML.NET and says in our words why it could not.</summary>
internal static class NativeCalls
{
    /// <exception cref="UntrainedException">The method's native library is not there, or it failed.</exception>
    public static T Run<T>(string method, Func<T> train)
    {
        try
        {
            return train();
        }
        catch (Exception e) when (Native(e) is { } missing)
        {
            throw new UntrainedException(
                $"{method} cannot be used here: its native library cannot be loaded on this machine ({System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture}). {missing.Message}", e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new UntrainedException($"{method} failed: {e.Message}", e);
        }
    }

    private static Exception? Native(Exception? e)
    {
        while (e is not null and not (DllNotFoundException or BadImageFormatException or EntryPointNotFoundException))
        {
            e = e.InnerException;
        }

        return e;
    }
}
