namespace BundleFunctions.Audiences;
/// <summary>x</summary>
public sealed record ResponseModel();
