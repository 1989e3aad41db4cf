package moviegen.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns pieces of sound of one kind into one channel of floats at one rate, none of which clips.
 */
final class MonoConverter implements AutoCloseable {
  private final Kind kind;
  private final SwrContext context = new SwrContext(null);
  private final FloatPointer into = new FloatPointer(1L << 16);
  private final PointerPointer<FloatPointer> channels = new PointerPointer<>(1L);

  /** What all pieces of a sound have in common. */
  record Kind(int rate, int format, int channels) {
    static Kind of(AVFrame piece) {
      return new Kind(piece.sample_rate(), piece.format(), piece.ch_layout().nb_channels());
    }
  }

  /** A converter for pieces like this one. */
  MonoConverter(AVFrame piece, int rate) {
    kind = Kind.of(piece);
    try (var mono = new AVChannelLayout()) {
      av_channel_layout_default(mono, 1);
      Ffmpeg.check(
          swr_alloc_set_opts2(
              context,
              mono,
              AV_SAMPLE_FMT_FLT,
              rate,
              piece.ch_layout(),
              piece.format(),
              piece.sample_rate(),
              0,
              (Pointer) null),
          "convert sound");
    }
    Ffmpeg.check(av_opt_set_double(context, "rematrix_maxval", 1, 0), "convert sound");
    Ffmpeg.check(swr_init(context), "convert sound");
    channels.put(into);
  }

  boolean takes(AVFrame piece) {
    return kind.equals(Kind.of(piece));
  }

  float[] convert(AVFrame piece) {
    return convert(piece.extended_data(), piece.nb_samples());
  }

  /** What is still inside after the last piece. */
  float[] rest() {
    return convert(new PointerPointer<>((Pointer) null), 0);
  }

  private float[] convert(PointerPointer<?> piece, int count) {
    long room = swr_get_out_samples(context, count);
    if (room > into.capacity()) {
      throw new IllegalArgumentException(
          "A piece of sound has %,d samples, expected at most %,d."
              .formatted(room, into.capacity()));
    }
    int n =
        Ffmpeg.check(
            swr_convert(context, channels, (int) into.capacity(), piece, count), "convert sound");
    var values = new float[n];
    into.position(0).get(values);
    return values;
  }

  @Override
  public void close() {
    swr_free(context);
    channels.close();
    into.close();
  }
}
