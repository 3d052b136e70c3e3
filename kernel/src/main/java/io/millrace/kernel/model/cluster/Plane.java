package io.millrace.kernel.model.cluster;

/**
 * The plane in which points spread most: the first two principal components (Pearson 1901) of
 * points whose columns have mean 0.
 *
 * @param axes two directions of length 1; the largest part of each is positive
 * @param shares of the points' variance along each axis, 0 to 1
 */
public record Plane(double[][] axes, double[] shares) {
    private static final int ITERATIONS = 2_000;

    public static Plane of(double[][] points) {
        int width = points[0].length;
        double[][] products = new double[width][width];
        double total = 0;
        for (double[] point : points) {
            for (int a = 0; a < width; a++) {
                for (int b = 0; b < width; b++) {
                    products[a][b] += point[a] * point[b] / points.length;
                }
            }
        }
        for (int a = 0; a < width; a++) {
            total += products[a][a];
        }
        double[][] axes = new double[2][];
        double[] shares = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            axes[axis] = strongest(products);
            double along = without(products, axes[axis]);
            shares[axis] = total == 0 ? 0 : along / total;
        }
        return new Plane(axes, shares);
    }

    /** Where a point stands in the plane. */
    public double[] project(double[] point) {
        double[] at = new double[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int c = 0; c < point.length; c++) {
                at[axis] += axes[axis][c] * point[c];
            }
        }
        return at;
    }

    /** The leading eigenvector by power iteration from a start that favours no column. */
    private static double[] strongest(double[][] products) {
        int width = products.length;
        double[] direction = new double[width];
        for (int c = 0; c < width; c++) {
            direction[c] = 1 + c / (width + 1.0);
        }
        for (int i = 0; i < ITERATIONS; i++) {
            double[] next = times(products, direction);
            double length = Math.sqrt(dot(next, next));
            if (length == 0) {
                break;
            }
            for (int c = 0; c < width; c++) {
                direction[c] = next[c] / length;
            }
        }
        double length = Math.sqrt(dot(direction, direction));
        int largest = 0;
        for (int c = 1; c < width; c++) {
            largest = Math.abs(direction[c]) > Math.abs(direction[largest]) ? c : largest;
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        for (int c = 0; c < width; c++) {
            direction[c] *= sign / length;
        }
        return direction;
    }

    /** Takes an axis out of the products and answers the variance along it. */
    private static double without(double[][] products, double[] axis) {
        double along = Math.max(0, dot(axis, times(products, axis)));
        for (int a = 0; a < axis.length; a++) {
            for (int b = 0; b < axis.length; b++) {
                products[a][b] -= along * axis[a] * axis[b];
            }
        }
        return along;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int a = 0; a < vector.length; a++) {
            product[a] = dot(matrix[a], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
