package moviegen.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Reads the sound of a local film or file of sound that may come from anywhere, within limits. */
public final class AudioReader {
  private final Path file;
  private final int rate;
  private final int most;
  private Optional<MonoConverter> converter = Optional.empty();
  private float[] values = new float[1 << 16];
  private int count;

  private AudioReader(Path file, int rate, Limits limits) {
    this.file = file;
    this.rate = rate;
    this.most = (int) Math.min(Integer.MAX_VALUE - 8, Math.round((limits.seconds() + 1) * rate));
  }

  /** All the sound of a file as one channel, at the file's own rate. */
  public static Samples read(Path file) {
    return read(file, Optional.empty(), Limits.DEFAULT);
  }

  /** All the sound of a file as one channel at another rate. */
  public static Samples read(Path file, int rate) {
    return read(file, Optional.of(rate), Limits.DEFAULT);
  }

  private static Samples read(Path file, Optional<Integer> asked, Limits limits) {
    limits.checkFile(file);
    Ffmpeg.load();
    try (var demuxer = Demuxer.sound(file);
        var decoder = new TrackDecoder(file, demuxer, limits)) {
      limits.checkLength(file, demuxer.seconds());
      var own = new Samples(demuxer.track().codecpar().sample_rate(), new float[0]);
      int rate = asked.orElse(own.rate());
      var samples = new AudioReader(file, rate, limits).read(decoder);
      return samples.fitted(announced(demuxer, samples));
    }
  }

  /** A coder works in whole pieces; the last one is cut to the length that the file states. */
  private static int announced(Demuxer demuxer, Samples read) {
    var track = demuxer.track();
    if (track.duration() == AV_NOPTS_VALUE || track.duration() <= 0) {
      return read.length();
    }
    long stated = Math.round(track.duration() * av_q2d(track.time_base()) * read.rate());
    return (int) Math.min(stated, read.length());
  }

  private Samples read(TrackDecoder decoder) {
    try {
      for (var piece = decoder.next(); piece.isPresent(); piece = decoder.next()) {
        append(converter(piece.get()).convert(piece.get()));
      }
      converter.map(MonoConverter::rest).ifPresent(this::append);
      return new Samples(rate, Arrays.copyOf(values, count));
    } finally {
      converter.ifPresent(MonoConverter::close);
    }
  }

  private MonoConverter converter(AVFrame piece) {
    if (converter.isEmpty()) {
      converter = Optional.of(new MonoConverter(piece, rate));
    }
    if (!converter.get().takes(piece)) {
      throw new IllegalArgumentException(
          "%s changes its rate or its channels on the way.".formatted(file));
    }
    return converter.get();
  }

  private void append(float[] piece) {
    if (piece.length > most - count) {
      throw new IllegalArgumentException(
          "%s has more than %,d samples, the most that is read.".formatted(file, most));
    }
    if (values.length < count + piece.length) {
      values = Arrays.copyOf(values, Math.min(most, 2 * (count + piece.length)));
    }
    System.arraycopy(piece, 0, values, count, piece.length);
    count += piece.length;
  }
}
