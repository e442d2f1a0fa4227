namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class ComputingDepartment
{
    public static readonly Department Instance = new(
        "Computing",
        ["Norrvik", "Tessel", "Quandor", "Alvis Labs"],
        [1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 1.2, 1.0, 1.3, 1.3],
        ["Built for long days.", "Silent under load.", "Sips power.", "Plug it in and it works."],
        [
            new("laptop", "Laptop", "Laptops", 499, 2199, 20, VariantAxis.Colour, "laptop-sleeve", "usb-hub", "wireless-mouse", "external-ssd"),
            new("monitor", "Monitor", "Monitors", 149, 999, 23, VariantAxis.None, "monitor-arm", "display-cable", "webcam"),
            new("mechanical-keyboard", "Mechanical Keyboard", "Input/Keyboards", 59, 229, 34, VariantAxis.Colour, "wireless-mouse", "wrist-rest", "desk-mat"),
            new("tablet", "Tablet", "Tablets", 199, 1099, 22, VariantAxis.Capacity, "tablet-cover", "stylus", "screen-film"),
            new("router", "Router", "Networking/Routers", 59, 349, 30, VariantAxis.None, "network-cable", "mesh-point"),
            new("wireless-mouse", "Wireless Mouse", "Input/Mice", 19, 99, 42, VariantAxis.Colour),
            new("laptop-sleeve", "Laptop Sleeve", "Laptops/Accessories", 19, 69, 54, VariantAxis.Size),
            new("usb-hub", "USB Hub", "Accessories/Hubs", 19, 129, 45, VariantAxis.None),
            new("external-ssd", "External SSD", "Storage", 49, 129, 27, VariantAxis.Capacity),
            new("monitor-arm", "Monitor Arm", "Monitors/Accessories", 39, 179, 43, VariantAxis.None),
            new("display-cable", "Display Cable", "Accessories/Cables", 9, 39, 58, VariantAxis.None),
            new("webcam", "Webcam", "Accessories/Webcams", 29, 189, 36, VariantAxis.None),
            new("wrist-rest", "Wrist Rest", "Input/Accessories", 12, 39, 55, VariantAxis.None),
            new("desk-mat", "Desk Mat", "Input/Accessories", 12, 49, 56, VariantAxis.Colour),
            new("tablet-cover", "Tablet Cover", "Tablets/Accessories", 19, 79, 52, VariantAxis.Colour),
            new("stylus", "Stylus", "Tablets/Accessories", 25, 129, 40, VariantAxis.None),
            new("screen-film", "Screen Film", "Tablets/Accessories", 9, 29, 60, VariantAxis.None),
            new("network-cable", "Network Cable", "Networking/Cables", 8, 29, 58, VariantAxis.None),
            new("mesh-point", "Mesh Point", "Networking/Mesh", 49, 179, 32, VariantAxis.None),
        ]);
}
