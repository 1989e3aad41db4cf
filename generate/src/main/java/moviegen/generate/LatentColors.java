package moviegen.generate;

import moviegen.media.Frames;

/**
 * The colors of latents without a decoder: the linear map from a latent's channels to the mean
 * color of the pixels it stands for, fitted to what the decoder made of some latents.
 *
 * @param map of each color (rgb), its weight by channel and then its offset
 */
record LatentColors(double[][] map) {
  private static final double RIDGE = 1e-2;

  /**
   * Least squares over all places of a decoded frame.
   *
   * @param latents (c h w)
   * @param decoded what the decoder made of them, of h·s × w·s pixels
   */
  static LatentColors fit(float[] latents, Frames decoded, int scale) {
    int height = decoded.height() / scale;
    int width = decoded.width() / scale;
    int channels = latents.length / (height * width);
    var gram = new double[channels + 1][channels + 4];
    var row = new double[channels + 4];
    for (int place = 0; place < height * width; place++) {
      for (int c = 0; c < channels; c++) {
        row[c] = latents[c * height * width + place];
      }
      row[channels] = 1;
      mean(decoded, scale, place / width, place % width, row, channels + 1);
      for (int i = 0; i <= channels; i++) {
        for (int j = 0; j < row.length; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i <= channels; i++) {
      gram[i][i] += RIDGE * height * width;
    }
    return new LatentColors(solve(gram));
  }

  /** The mean color of a square of pixels in the first frame. */
  private static void mean(Frames film, int scale, int y, int x, double[] into, int at) {
    for (int color = 0; color < 3; color++) {
      double sum = 0;
      for (int i = 0; i < scale * scale; i++) {
        int pixel = (y * scale + i / scale) * film.width() + x * scale + i % scale;
        sum += film.pixels().get(pixel * 3 + color) & 0xff;
      }
      into[at + color] = sum / (scale * scale);
    }
  }

  /** Solves for the last three columns by elimination; the matrix is positive definite. */
  private static double[][] solve(double[][] system) {
    int size = system.length;
    for (int i = 0; i < size; i++) {
      double pivot = system[i][i];
      for (int j = i; j < size + 3; j++) {
        system[i][j] /= pivot;
      }
      for (int k = 0; k < size; k++) {
        double factor = k == i ? 0 : system[k][i];
        for (int j = i; factor != 0 && j < size + 3; j++) {
          system[k][j] -= factor * system[i][j];
        }
      }
    }
    var map = new double[3][size];
    for (int color = 0; color < 3; color++) {
      for (int i = 0; i < size; i++) {
        map[color][i] = system[i][size + color];
      }
    }
    return map;
  }

  /**
   * A frame with one pixel for each latent.
   *
   * @param latents (c h w)
   */
  Frames paint(float[] latents, int height, int width) {
    var frame = Frames.black(1, height, width, 1);
    int places = height * width;
    for (int i = 0; i < 3 * places; i++) {
      var weights = map[i % 3];
      int channels = weights.length - 1;
      double sum = weights[channels];
      for (int c = 0; c < channels; c++) {
        sum += weights[c] * latents[c * places + i / 3];
      }
      frame.pixels().put(i, (byte) Math.clamp(Math.round(sum), 0, 255));
    }
    return frame;
  }
}
