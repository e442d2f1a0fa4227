using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Dense;

/// <summary>LAPACK by OpenBLAS, where this machine has it: never needed, and never used unless asked for, since its last bits differ from
/// <see cref="Cholesky"/>'s and between processors. Functions are called by their Fortran names.</summary>
public sealed unsafe class OpenBlas
{
    private static readonly string[] Names =
        ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "libopenblas.dll", "openblas"];

    private readonly delegate* unmanaged[Cdecl]<byte*, int*, float*, int*, int*, nint, void> _factor;
    private readonly delegate* unmanaged[Cdecl]<byte*, int*, float*, int*, int*, nint, void> _invert;
    private readonly delegate* unmanaged[Cdecl]<int, void> _setThreads;

    private OpenBlas(nint factor, nint invert, nint setThreads)
    {
        _factor = (delegate* unmanaged[Cdecl]<byte*, int*, float*, int*, int*, nint, void>)factor;
        _invert = (delegate* unmanaged[Cdecl]<byte*, int*, float*, int*, int*, nint, void>)invert;
        _setThreads = (delegate* unmanaged[Cdecl]<int, void>)setThreads;
    }

    /// <summary>The library; null where this machine has none.</summary>
    public static OpenBlas? Find()
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
            {
                continue;
            }

            if (NativeLibrary.TryGetExport(library, "spotrf_", out var factor)
                && NativeLibrary.TryGetExport(library, "spotri_", out var invert)
                && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var setThreads))
            {
                return new OpenBlas(factor, invert, setThreads);
            }

            NativeLibrary.Free(library);
        }

        return null;
    }

    /// <summary>What <see cref="Cholesky.TryInvert"/> does, but for the last bits. Cannot be cancelled while it runs.</summary>
    public bool TryInvert(DenseMatrix a, int threads = 1)
    {
        a.RequireSquare(nameof(a));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _setThreads(threads);
        fixed (float* start = a.Values)
        {
            // Fortran counts down columns: our lower triangle is its upper one.
            return Call(_factor, start, a.Rows) && Call(_invert, start, a.Rows);
        }
    }

    private static bool Call(delegate* unmanaged[Cdecl]<byte*, int*, float*, int*, int*, nint, void> function, float* start, int size)
    {
        var triangle = (byte)'U';
        var stride = Math.Max(size, 1);
        var info = 0;
        function(&triangle, &size, start, &stride, &info, 1);
        return info == 0;
    }
}
