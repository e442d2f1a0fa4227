// What the serving benchmark serves: a made-up shop of any size, and what an answer of it allocates.
// Usage: ServingShop make DIRECTORY PRODUCTS, or ServingShop allocations DIRECTORY
using BundleFunctions.ServingShop;

return args switch
{
    ["make", var directory, var count] when int.TryParse(count, out var products) && products is >= 100 and <= 5_000_000 =>
        await ShopMaker.RunAsync(directory, products),
    ["allocations", var directory] => await Allocations.RunAsync(directory),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ServingShop make DIRECTORY PRODUCTS (100..5000000), or ServingShop allocations DIRECTORY");
    return 2;
}
