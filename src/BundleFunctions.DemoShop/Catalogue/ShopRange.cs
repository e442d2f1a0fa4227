using BundleFunctions.DemoShop.Catalogue.Departments;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>The shop's whole range, before any product is made.</summary>
internal static class ShopRange
{
    /// <summary>The departments that have demand of their own.</summary>
    public static readonly IReadOnlyList<Department> Departments =
    [
        PhotoDepartment.Instance, AudioDepartment.Instance, ComputingDepartment.Instance,
        KitchenDepartment.Instance, LivingDepartment.Instance, OutdoorDepartment.Instance,
    ];

    /// <summary>What turns up in orders of anything.</summary>
    public static readonly Department Counter = CounterDepartment.Instance;
}
