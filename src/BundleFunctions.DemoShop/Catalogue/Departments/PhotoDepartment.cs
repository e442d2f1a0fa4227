namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class PhotoDepartment
{
    public static readonly Department Instance = new(
        "Photo",
        ["Lumora", "Optivar", "Halden", "Pixform", "Veyra"],
        [0.9, 0.8, 0.9, 1.0, 1.1, 1.2, 1.2, 1.0, 0.9, 0.9, 1.2, 1.5],
        ["Made for low light.", "Sealed against dust and rain.", "A favourite for travel.", "Quiet, quick and easy to hold."],
        [
            new("mirrorless-camera", "Mirrorless Camera", "Cameras/Mirrorless", 499, 2499, 22, VariantAxis.Colour,
                "prime-lens", "memory-card", "camera-bag", "camera-battery", "lens-cleaning-kit", "tripod"),
            new("compact-camera", "Compact Camera", "Cameras/Compact", 149, 899, 24, VariantAxis.Colour,
                "memory-card", "camera-bag", "camera-battery", "wrist-strap"),
            new("action-camera", "Action Camera", "Cameras/Action", 129, 549, 26, VariantAxis.None,
                "memory-card", "camera-battery", "action-mount", "wrist-strap"),
            new("prime-lens", "Prime Lens", "Lenses/Prime", 179, 1299, 28, VariantAxis.None, "lens-filter", "lens-cleaning-kit", "camera-bag"),
            new("zoom-lens", "Zoom Lens", "Lenses/Zoom", 249, 1899, 27, VariantAxis.None, "lens-filter", "lens-cleaning-kit", "tripod"),
            new("tripod", "Tripod", "Support/Tripods", 39, 349, 40, VariantAxis.None, "tripod-head", "camera-bag"),
            new("flash", "Flash", "Lighting/Flashes", 59, 429, 35, VariantAxis.None, "light-diffuser", "camera-battery"),
            new("memory-card", "Memory Card", "Accessories/Memory", 9, 59, 45, VariantAxis.Capacity),
            new("camera-bag", "Camera Bag", "Accessories/Bags", 29, 149, 48, VariantAxis.Colour),
            new("camera-battery", "Camera Battery", "Accessories/Power", 19, 79, 50, VariantAxis.None),
            new("lens-filter", "Lens Filter", "Accessories/Filters", 15, 99, 52, VariantAxis.None),
            new("lens-cleaning-kit", "Lens Cleaning Kit", "Accessories/Care", 9, 29, 58, VariantAxis.None),
            new("tripod-head", "Tripod Head", "Support/Heads", 29, 189, 42, VariantAxis.None),
            new("action-mount", "Action Mount", "Accessories/Mounts", 12, 49, 55, VariantAxis.None),
            new("wrist-strap", "Wrist Strap", "Accessories/Straps", 9, 35, 57, VariantAxis.Colour),
            new("light-diffuser", "Light Diffuser", "Lighting/Modifiers", 12, 69, 50, VariantAxis.None),
        ]);
}
