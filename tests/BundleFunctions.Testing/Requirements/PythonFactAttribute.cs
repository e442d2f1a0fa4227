using Xunit;

namespace BundleFunctions.Testing;

/// <summary>A fact that compares with scikit-learn; reported as skipped where there is no Python that has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (!Python.IsThere)
        {
            Skip = "No python3 with NumPy, SciPy and scikit-learn is there: install python3-sklearn, or set PYTHON to an interpreter that has it.";
        }
    }
}
