namespace BundleFunctions.DemoShop.Catalogue.Departments;

internal static class KitchenDepartment
{
    public static readonly Department Instance = new(
        "Kitchen",
        ["Casa Brila", "Hjemme", "Fornelli", "Tannwald"],
        [1.0, 0.9, 0.9, 1.0, 1.0, 0.9, 0.8, 0.8, 0.9, 1.1, 1.3, 1.5],
        ["Made to last a lifetime.", "Goes into the dishwasher.", "A cook's favourite.", "Small on the worktop, large in use."],
        [
            new("espresso-machine", "Espresso Machine", "Coffee/Espresso Machines", 119, 1099, 30, VariantAxis.Colour,
                "coffee-grinder", "coffee-beans", "milk-jug", "descaler"),
            new("filter-coffee-maker", "Filter Coffee Maker", "Coffee/Filter", 35, 249, 33, VariantAxis.None, "coffee-beans", "paper-filters", "descaler"),
            new("stand-mixer", "Stand Mixer", "Baking/Mixers", 149, 699, 29, VariantAxis.Colour, "mixing-bowl", "cake-tin", "pasta-attachment"),
            new("chef-knife", "Chef's Knife", "Knives", 39, 249, 46, VariantAxis.None, "chopping-board", "knife-sharpener"),
            new("frying-pan", "Frying Pan", "Cookware/Pans", 25, 149, 44, VariantAxis.Size, "pan-lid", "spatula"),
            new("blender", "Blender", "Appliances/Blenders", 39, 399, 32, VariantAxis.Colour, "blender-cup", "spatula"),
            new("coffee-grinder", "Coffee Grinder", "Coffee/Grinders", 39, 349, 36, VariantAxis.None),
            new("coffee-beans", "Coffee Beans", "Coffee/Beans", 6, 14, 38, VariantAxis.Weight),
            new("milk-jug", "Milk Jug", "Coffee/Accessories", 12, 39, 55, VariantAxis.None),
            new("descaler", "Descaler", "Coffee/Care", 7, 19, 58, VariantAxis.Pack),
            new("paper-filters", "Paper Filters", "Coffee/Accessories", 4, 9, 50, VariantAxis.Pack),
            new("mixing-bowl", "Mixing Bowl", "Baking/Bowls", 12, 59, 50, VariantAxis.Size),
            new("cake-tin", "Cake Tin", "Baking/Tins", 9, 39, 52, VariantAxis.Size),
            new("pasta-attachment", "Pasta Attachment", "Baking/Attachments", 49, 179, 38, VariantAxis.None),
            new("chopping-board", "Chopping Board", "Knives/Boards", 15, 79, 53, VariantAxis.Size),
            new("knife-sharpener", "Knife Sharpener", "Knives/Care", 15, 89, 48, VariantAxis.None),
            new("pan-lid", "Pan Lid", "Cookware/Lids", 12, 39, 51, VariantAxis.Size),
            new("spatula", "Spatula", "Tools", 6, 25, 58, VariantAxis.Colour),
            new("blender-cup", "Blender Cup", "Appliances/Accessories", 12, 35, 50, VariantAxis.None),
        ]);
}
