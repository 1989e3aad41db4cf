package moviegen.evaluate;

import java.util.function.ToLongFunction;
import moviegen.media.Coded;
import moviegen.media.Encoding;
import moviegen.media.Frames;

/**
 * H.264 at the finest quantizer that keeps within a budget, or at its coarsest where none does.
 *
 * @param budget the bits that a film may take
 */
record CodedVideo(ToLongFunction<Frames> budget) implements Codec {
  private static final int FINEST = 12;
  private static final int COARSEST = 51;

  @Override
  public Copy copy(Frames film) {
    long most = budget.applyAsLong(film);
    int low = FINEST;
    int high = COARSEST;
    var best = coded(film, high);
    while (low < high) {
      int middle = (low + high) / 2;
      var tried = coded(film, middle);
      if (tried.bits() <= most) {
        best = tried;
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return best;
  }

  private static Copy coded(Frames film, int quantizer) {
    var coded = Coded.of(film, new Encoding.Quantizer(quantizer));
    return new Copy(coded.frames(), coded.bytes() * Byte.SIZE);
  }
}
