namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class OutdoorDepartment
{
    public static readonly Department Instance = new(
        "Outdoor",
        ["Fjellring", "Bergamon", "Talvio", "Rio Seco", "Windbreak & Sons"],
        [0.6, 0.7, 0.9, 1.1, 1.4, 1.6, 1.6, 1.4, 1.0, 0.7, 0.7, 0.8],
        ["Dries overnight.", "Tested in the Alps.", "Packs down to the size of a loaf.", "Repaired free of charge for five years."],
        [
            new("tent", "Tent", "Camping/Tents", 89, 699, 36, VariantAxis.Colour, "ground-sheet", "tent-pegs", "sleeping-mat", "head-torch"),
            new("sleeping-bag", "Sleeping Bag", "Camping/Sleeping Bags", 49, 399, 40, VariantAxis.Size, "sleeping-mat", "bag-liner", "camp-pillow"),
            new("camp-stove", "Camp Stove", "Camping/Cooking", 25, 189, 38, VariantAxis.None, "gas-cartridge", "camp-pot", "fire-starter"),
            new("hiking-boots", "Hiking Boots", "Hiking/Boots", 79, 299, 45, VariantAxis.Size, "hiking-socks", "boot-wax", "trekking-poles"),
            new("backpack", "Backpack", "Hiking/Backpacks", 59, 329, 44, VariantAxis.Colour, "rain-cover", "water-bottle", "trekking-poles"),
            new("road-helmet", "Bike Helmet", "Cycling/Helmets", 39, 229, 42, VariantAxis.Size, "bike-light", "cycling-gloves"),
            new("bike-lock", "Bike Lock", "Cycling/Locks", 25, 149, 46, VariantAxis.None, "bike-light", "lock-mount"),
            new("ground-sheet", "Ground Sheet", "Camping/Tents", 15, 69, 50, VariantAxis.Size),
            new("tent-pegs", "Tent Pegs", "Camping/Tents", 8, 29, 58, VariantAxis.Pack),
            new("sleeping-mat", "Sleeping Mat", "Camping/Mats", 29, 179, 43, VariantAxis.None),
            new("head-torch", "Head Torch", "Camping/Lights", 19, 89, 45, VariantAxis.Colour),
            new("bag-liner", "Bag Liner", "Camping/Sleeping Bags", 19, 69, 52, VariantAxis.None),
            new("camp-pillow", "Camp Pillow", "Camping/Sleeping Bags", 12, 45, 53, VariantAxis.Colour),
            new("gas-cartridge", "Gas Cartridge", "Camping/Cooking", 5, 12, 35, VariantAxis.Pack),
            new("camp-pot", "Camp Pot", "Camping/Cooking", 15, 79, 47, VariantAxis.None),
            new("fire-starter", "Fire Starter", "Camping/Cooking", 6, 19, 58, VariantAxis.None),
            new("hiking-socks", "Hiking Socks", "Hiking/Clothing", 12, 29, 55, VariantAxis.Size),
            new("boot-wax", "Boot Wax", "Hiking/Care", 7, 19, 60, VariantAxis.None),
            new("trekking-poles", "Trekking Poles", "Hiking/Poles", 29, 149, 42, VariantAxis.None),
            new("rain-cover", "Rain Cover", "Hiking/Backpacks", 15, 45, 54, VariantAxis.Size),
            new("water-bottle", "Water Bottle", "Hiking/Bottles", 12, 39, 52, VariantAxis.Colour),
            new("bike-light", "Bike Light", "Cycling/Lights", 15, 89, 45, VariantAxis.None),
            new("cycling-gloves", "Cycling Gloves", "Cycling/Clothing", 19, 59, 53, VariantAxis.Size),
            new("lock-mount", "Lock Mount", "Cycling/Locks", 9, 25, 57, VariantAxis.None),
        ]);
}
