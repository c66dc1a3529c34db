package org.guixue.instrument.photo;

/**
 * The colours of a PNG that gives its gamma and primaries instead of a profile (PNG 11.3.2.1, 11.3.2.2), turned into sRGB
 * (IEC 61966-2-1) with the white points adapted by Bradford's matrix.
 */
final class Primaries implements Colours {
    /** x and y of white, red, green and blue of sRGB. */
    static final double[] SRGB = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};

    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };
    private static final int STEPS = 4096;

    private final int bands;
    private final float[] light = new float[256];
    private final float[][] toSrgb = new float[3][3];
    private final byte[] encoded = new byte[STEPS + 1];

    /**
     * @param gamma the exponent that made the samples from light, about 0.45 for sRGB
     * @param xy of white, red, green and blue
     */
    Primaries(int bands, double gamma, double[] xy) {
        this.bands = bands;
        for (int i = 0; i < 256; i++) {
            light[i] = (float) Math.pow(i / 255.0, 1 / gamma);
        }
        for (int i = 0; i <= STEPS; i++) {
            double linear = (double) i / STEPS * i / STEPS;
            double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            encoded[i] = (byte) Math.round(255 * value);
        }
        double[][] matrix = times(inverse(toXyz(SRGB)), times(adapting(white(xy), white(SRGB)), toXyz(xy)));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                toSrgb[row][column] = (float) matrix[row][column];
            }
        }
    }

    @Override
    public int[] rgb(byte[] samples, int width, int height) {
        int[] rgb = new int[width * height];
        for (int i = 0, from = 0; i < rgb.length; i++, from += bands) {
            float red = light[samples[from] & 0xff];
            if (bands == 1) {
                rgb[i] = encode(red) * 0x10101;
                continue;
            }
            float green = light[samples[from + 1] & 0xff];
            float blue = light[samples[from + 2] & 0xff];
            int packed = 0;
            for (float[] row : toSrgb) {
                packed = (packed << 8) | encode(row[0] * red + row[1] * green + row[2] * blue);
            }
            rgb[i] = packed;
        }
        return rgb;
    }

    /** The table goes by the root of the light, so that the dark tones are as fine as the bright ones. */
    private int encode(float linear) {
        double bounded = Math.max(0, Math.min(1, linear));
        return encoded[(int) Math.round(Math.sqrt(bounded) * STEPS)] & 0xff;
    }

    private static double[] white(double[] xy) {
        return new double[] {xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]};
    }

    private static double[][] toXyz(double[] xy) {
        double[][] primaries = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double x = xy[2 + 2 * i];
            double y = xy[3 + 2 * i];
            primaries[0][i] = x / y;
            primaries[1][i] = 1;
            primaries[2][i] = (1 - x - y) / y;
        }
        double[] amounts = times(inverse(primaries), white(xy));
        for (double[] row : primaries) {
            for (int i = 0; i < 3; i++) {
                row[i] *= amounts[i];
            }
        }
        return primaries;
    }

    private static double[][] adapting(double[] from, double[] to) {
        double[] seen = times(BRADFORD, from);
        double[] wanted = times(BRADFORD, to);
        double[][] scaled = new double[3][3];
        for (int i = 0; i < 3; i++) {
            scaled[i][i] = wanted[i] / seen[i];
        }
        return times(inverse(BRADFORD), times(scaled, BRADFORD));
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
        }
        return product;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row][column] = a[row][0] * b[0][column] + a[row][1] * b[1][column] + a[row][2] * b[2][column];
            }
        }
        return product;
    }

    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            determinant += m[0][i] * (m[1][(i + 1) % 3] * m[2][(i + 2) % 3] - m[1][(i + 2) % 3] * m[2][(i + 1) % 3]);
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int a = (column + 1) % 3;
                int b = (column + 2) % 3;
                int c = (row + 1) % 3;
                int d = (row + 2) % 3;
                inverse[row][column] = (m[a][c] * m[b][d] - m[a][d] * m[b][c]) / determinant;
            }
        }
        return inverse;
    }
}
