package moviegen.dataset;

import java.nio.ByteBuffer;
import moviegen.media.Frames;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * Equal pieces of films side by side, still as bytes, so that threads without tensors can make it.
 *
 * @param pixels (b t h w 3), one unsigned byte each
 */
public record PixelBatch(int count, int frames, int height, int width, ByteBuffer pixels) {
  public static PixelBatch empty(int count, int frames, int height, int width) {
    int bytes = Math.toIntExact((long) count * frames * height * width * 3);
    return new PixelBatch(count, frames, height, width, ByteBuffer.allocateDirect(bytes));
  }

  /** Fills place {@code index} with the piece of {@code film} that starts there. */
  public void put(int index, Frames film, int frame, int top, int left) {
    int row = width * 3;
    int at = index * frames * height * row;
    for (int t = 0; t < frames; t++) {
      for (int y = 0; y < height; y++) {
        int from = (((frame + t) * film.height() + top + y) * film.width() + left) * 3;
        pixels.put(at, film.pixels(), from, row);
        at += row;
      }
    }
  }

  /** (b t h w 3), float32 from -1 to 1. */
  public Tensor tensor() {
    return HostMemory.tensor(
            pixels.duplicate().clear(), DType.UINT8, count, frames, height, width, 3)
        .to(DType.FLOAT32)
        .mul(2 / 255.0)
        .add(-1);
  }
}
