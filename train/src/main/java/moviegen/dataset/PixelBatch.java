package moviegen.dataset;

import java.nio.ByteBuffer;
import java.util.List;
import moviegen.media.Frames;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;
import moviegen.world.Mask;

/**
 * Equal pieces of films side by side, still as bytes, so that threads without tensors can make it.
 *
 * @param pixels (b t h w 3), one unsigned byte each
 * @param subject (b t h w), 1 where the subject is, 0 elsewhere
 */
public record PixelBatch(
    int count, int frames, int height, int width, ByteBuffer pixels, ByteBuffer subject) {
  public static PixelBatch empty(int count, int frames, int height, int width) {
    int sites = Math.toIntExact((long) count * frames * height * width);
    return new PixelBatch(
        count,
        frames,
        height,
        width,
        ByteBuffer.allocateDirect(Math.multiplyExact(sites, 3)),
        ByteBuffer.allocateDirect(sites));
  }

  /** Fills place {@code index} with the piece of {@code film} that starts there. */
  public void put(int index, Frames film, List<Mask> masks, int frame, int top, int left) {
    int row = width * 3;
    int at = index * frames * height * row;
    for (int t = 0; t < frames; t++) {
      for (int y = 0; y < height; y++) {
        int from = (((frame + t) * film.height() + top + y) * film.width() + left) * 3;
        pixels.put(at, film.pixels(), from, row);
        at += row;
      }
    }
    int site = index * frames * height * width;
    for (int t = 0; t < frames; t++) {
      var mask = masks.get(frame + t);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          subject.put(site++, (byte) (mask.at(left + x, top + y) ? 1 : 0));
        }
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

  /** Where the subject is (b t h w 1), float32, 1 or 0. */
  public Tensor subjects() {
    return HostMemory.tensor(
            subject.duplicate().clear(), DType.UINT8, count, frames, height, width, 1)
        .to(DType.FLOAT32);
  }
}
