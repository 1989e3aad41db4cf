package moviegen.generate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import moviegen.flow.StepListener;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.media.SoundSource;
import moviegen.media.SpooledSound;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/** Where sound is made: the parts of a cast that it takes, loaded until this is closed. */
public final class SoundRoom implements AutoCloseable {
  private final SoundParts parts;
  private final SoundMaker maker;

  SoundRoom(SoundParts parts) {
    this.parts = parts;
    maker = new SoundMaker(parts);
  }

  /**
   * Reads a cast's parts; they compute in the type that this machine is fastest in.
   *
   * @throws IllegalArgumentException where the cast makes no sound
   */
  public static SoundRoom open(Cast cast) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    Native.keepBlasToOneThread();
    return new SoundRoom(SoundParts.load(cast.own(), MatrixRate.fastest()));
  }

  /** Whether a cast makes sound. */
  public static boolean isIn(Cast cast) {
    return cast instanceof OwnCast own && SoundParts.areIn(own);
  }

  /**
   * A sound in memory.
   *
   * @param film what it is for, if there is a film
   * @param samples how long it is to be
   */
  public Samples whole(
      SoundRequest request, Optional<Frames> film, int samples, StepListener listener) {
    var values = new float[samples];
    var at = new int[1];
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      maker.make(
          request,
          film.map(frames -> FilmLook.at(frames, parts.sight())),
          samples,
          listener,
          piece -> {
            System.arraycopy(piece, 0, values, at[0], piece.length);
            at[0] += piece.length;
          });
    }
    return new Samples(Samples.RATE, values);
  }

  /**
   * A sound of any length, which waits in a temporary file until it is closed.
   *
   * @param film the file that it is for, if there is one
   * @param folder where there is room for it
   */
  public SpooledSound spooled(
      SoundRequest request, Optional<Path> film, int samples, Path folder, StepListener listener) {
    var sound = new SpooledSound(folder, Samples.RATE);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      Consumer<float[]> sink = sound::append;
      maker.make(
          request, film.map(file -> FilmLook.at(file, parts.sight())), samples, listener, sink);
      return sound;
    } catch (RuntimeException e) {
      sound.close();
      throw e;
    }
  }

  /** Seconds from the beginning of a window of long sound to that of the next. */
  public double strideSeconds() {
    var windows = maker.windows();
    return (windows.length() - windows.overlap()) / parts.codec().config().latentRate();
  }

  /** Seconds that a window of long sound shares with the next. */
  public double overlapSeconds() {
    return maker.windows().overlap() / parts.codec().config().latentRate();
  }

  /** What went through the codec and back. */
  public Samples copy(Samples sound) {
    return CodecPart.copy(parts.codec(), sound);
  }

  /** One sound over another, as loud as both are, but never beyond what fits. */
  public static SoundSource mixed(SoundSource one, Samples other) {
    return new Mixed(one, other);
  }

  private record Mixed(SoundSource one, Samples other) implements SoundSource {
    @Override
    public int rate() {
      return one.rate();
    }

    @Override
    public int length() {
      return one.length();
    }

    @Override
    public void read(int from, float[] into) {
      one.read(from, into);
      var more = new float[into.length];
      other.read(from, more);
      for (int i = 0; i < into.length; i++) {
        double sum = into[i] + more[i];
        into[i] = (float) (Math.abs(sum) <= 0.8 ? sum : bent(sum));
      }
    }

    /** Loud sums come near one, and no nearer. */
    private static double bent(double sum) {
      return Math.copySign(0.8 + 0.19 * Math.tanh((Math.abs(sum) - 0.8) / 0.2), sum);
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
