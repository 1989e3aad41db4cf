package moviegen.world;

/** Brightness of a picture and how steeply it changes. */
final class Edges {
  final int[] luma;
  final int[] steep;
  private final int width;
  private final int height;

  Edges(Shot shot) {
    width = shot.width();
    height = shot.height();
    luma = new int[width * height];
    steep = new int[width * height];
  }

  /** Reads a frame through a soft lens: fine detail makes no edges. */
  void readSoftly(int[] pixels) {
    brighten(pixels);
    Blur.box(luma, width, height, 1);
    climb();
    brighten(pixels);
    for (int i = 0; i < steep.length; i++) {
      int x = i % width;
      int y = i / width;
      if (Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) < 2) {
        steep[i] = 0;
      }
    }
  }

  /** Reads a frame: brightness 0 to 255 and steepness 0 to 255. */
  void read(int[] pixels) {
    brighten(pixels);
    climb();
  }

  private void brighten(int[] pixels) {
    for (int i = 0; i < luma.length; i++) {
      luma[i] = Rgb.luma(pixels[i]);
    }
  }

  private void climb() {
    for (int y = 0; y < height; y++) {
      int up = Math.max(0, y - 1) * width;
      int down = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        int row = y * width;
        int gx =
            luma[up + right]
                + 2 * luma[row + right]
                + luma[down + right]
                - luma[up + left]
                - 2 * luma[row + left]
                - luma[down + left];
        int gy =
            luma[down + left]
                + 2 * luma[down + x]
                + luma[down + right]
                - luma[up + left]
                - 2 * luma[up + x]
                - luma[up + right];
        steep[row + x] = Math.min(255, (Math.abs(gx) + Math.abs(gy)) / 3);
      }
    }
  }
}
