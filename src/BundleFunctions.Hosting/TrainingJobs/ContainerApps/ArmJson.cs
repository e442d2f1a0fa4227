using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>JSON of the service: camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JobExecution))]
[JsonSerializable(typeof(ExecutionPage))]
internal sealed partial class ArmJson : JsonSerializerContext
{
    /// <exception cref="ArmException">The body is not what the service's interface promises.</exception>
    public static T Read<T>(byte[] body, JsonTypeInfo<T> type, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ArmException($"{what} cannot be read: {e.Message}", null, mayHaveHappened: true, e);
        }
    }
}
