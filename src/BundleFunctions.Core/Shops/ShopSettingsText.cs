using System.Text.Json;
using System.Text.Json.Nodes;

namespace BundleFunctions.Shops;

/// <summary>Reads settings of which any may be left out.</summary>
public static class ShopSettingsText
{
    /// <summary>The settings: what the object names over the defaults, at every depth. A list is replaced as a whole.</summary>
    /// <exception cref="JsonException">A setting is unknown, null, named twice, or of the wrong kind.</exception>
    public static ShopSettings Parse(JsonObject given)
    {
        // Generated readers give init-only properties that are left out no default, so the defaults are written down first.
        var merged = JsonSerializer.SerializeToNode(new ShopSettings(), ShopJson.Default.ShopSettings)!.AsObject();
        try
        {
            Lay(given, merged);
        }
        catch (ArgumentException e)
        {
            throw new JsonException($"A setting is named twice: {e.Message}", e);
        }

        return merged.Deserialize(ShopJson.Default.ShopSettings)!;
    }

    private static void Lay(JsonObject given, JsonObject over)
    {
        foreach (var (name, value) in given)
        {
            if (value is JsonObject inner && over[name] is JsonObject below)
            {
                Lay(inner, below);
            }
            else
            {
                over[name] = value?.DeepClone();
            }
        }
    }
}
