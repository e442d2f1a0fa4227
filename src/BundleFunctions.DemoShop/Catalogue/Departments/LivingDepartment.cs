namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class LivingDepartment
{
    public static readonly Department Instance = new(
        "Living",
        ["Lysa", "Morgenrot", "Palvi", "Domovoj"],
        [1.1, 1.0, 1.1, 1.0, 0.9, 0.8, 0.8, 0.9, 1.0, 1.1, 1.2, 1.2],
        ["Quiet enough for a bedroom.", "Set up in five minutes.", "Works without an account.", "Spare parts for ten years."],
        [
            new("robot-vacuum", "Robot Vacuum", "Cleaning/Robots", 179, 999, 26, VariantAxis.Colour, "vacuum-filter", "side-brushes", "mop-pads"),
            new("cordless-vacuum", "Cordless Vacuum", "Cleaning/Vacuums", 119, 649, 28, VariantAxis.None, "vacuum-filter", "vacuum-nozzle"),
            new("smart-lamp", "Smart Lamp", "Lighting/Lamps", 35, 229, 38, VariantAxis.Colour, "smart-bulb", "smart-switch", "smart-bridge"),
            new("air-purifier", "Air Purifier", "Climate/Purifiers", 99, 549, 30, VariantAxis.None, "purifier-filter", "hygrometer"),
            new("thermostat", "Radiator Thermostat", "Climate/Heating", 39, 99, 34, VariantAxis.Pack, "smart-bridge", "window-sensor"),
            new("vacuum-filter", "Vacuum Filter", "Cleaning/Parts", 9, 29, 56, VariantAxis.Pack),
            new("side-brushes", "Side Brushes", "Cleaning/Parts", 8, 25, 58, VariantAxis.None),
            new("mop-pads", "Mop Pads", "Cleaning/Parts", 9, 29, 57, VariantAxis.Pack),
            new("vacuum-nozzle", "Vacuum Nozzle", "Cleaning/Parts", 15, 59, 52, VariantAxis.None),
            new("smart-bulb", "Smart Bulb", "Lighting/Bulbs", 12, 45, 46, VariantAxis.Pack),
            new("smart-switch", "Smart Switch", "Lighting/Switches", 19, 59, 44, VariantAxis.Colour),
            new("smart-bridge", "Smart Bridge", "Lighting/Bridges", 39, 89, 35, VariantAxis.None),
            new("purifier-filter", "Purifier Filter", "Climate/Parts", 19, 79, 54, VariantAxis.None),
            new("hygrometer", "Hygrometer", "Climate/Meters", 12, 45, 50, VariantAxis.None),
            new("window-sensor", "Window Sensor", "Climate/Sensors", 15, 45, 42, VariantAxis.None),
        ]);
}
