namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>The one-to-one assignment of rows to columns that is worth most. Kuhn 1955, in Jonker and Volgenant's O(n³) form.</summary>
public static class Assignment
{
    /// <summary>Sum of the values of the best assignment; min(rows, columns) places are filled.</summary>
    /// <param name="values">Finite values, rows x columns.</param>
    public static double Best(double[,] values)
    {
        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        return rows <= columns ? Solve(rows, columns, (i, j) => -values[i, j], (i, j) => values[i, j])
            : Solve(columns, rows, (i, j) => -values[j, i], (i, j) => values[j, i]);
    }

    // Rows and columns are counted from 1; column 0 stands for "not assigned yet".
    private static double Solve(int rows, int columns, Func<int, int, double> cost, Func<int, int, double> value)
    {
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOf = new int[columns + 1];
        var way = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = new double[columns + 1];
            var used = new bool[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[column] = true;
                var (from, delta, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= columns; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var reduced = cost(from - 1, j - 1) - rowPotential[from] - columnPotential[j];
                    if (reduced < least[j])
                    {
                        (least[j], way[j]) = (reduced, column);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= columns; j++)
                {
                    if (used[j])
                    {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = way[column])
            {
                rowOf[column] = rowOf[way[column]];
            }
        }

        var sum = 0.0;
        for (var j = 1; j <= columns; j++)
        {
            sum += rowOf[j] > 0 ? value(rowOf[j] - 1, j - 1) : 0;
        }

        return sum;
    }
}
