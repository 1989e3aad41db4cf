package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Films as they come from elsewhere. */
public final class RealFiles {
  private static final int CHANNELS = 6;
  private static final int PIECE = 4800;

  private RealFiles() {}

  /** A square that goes to the right, frame by frame. */
  public static Frames square(int count, int height, int width, double fps) {
    var film = Frames.black(count, height, width, fps);
    for (int t = 0; t < count; t++) {
      for (int y = height / 3; y < height / 2; y++) {
        for (int x = t % (width - 8); x < t % (width - 8) + 8; x++) {
          film.pixels().put(3 * ((t * height + y) * width + x), (byte) 220);
        }
      }
    }
    return film;
  }

  /** A film without sound. */
  public static Path film(Path file, Frames frames) {
    VideoWriter.write(file, frames, Encoding.FINE, Tags.NONE);
    return file;
  }

  /** A film whose second half goes at half the rate. */
  public static Path uneven(Path file, Frames frames) {
    var even = film(file.resolveSibling("even.mp4"), frames);
    Ffmpeg.load();
    try (var demuxer = new Demuxer(even);
        var out = new MediaFile(file, MediaFile.MP4, Map.of())) {
      var track = out.copied(demuxer.track());
      long middle = demuxer.track().duration() / 2;
      out.begin(VideoWriter.CLOCK);
      var packet = av_packet_alloc();
      while (demuxer.next(packet)) {
        packet.pts(packet.pts() + Math.max(0, packet.pts() - middle));
        packet.dts(packet.dts() + Math.max(0, packet.dts() - middle));
        out.write(packet, track, demuxer.track().time_base());
        av_packet_unref(packet);
      }
      av_packet_free(packet);
      out.end();
    }
    return file;
  }

  /** A film with six channels of sound, of which only the second one has any. */
  public static Path surround(Path file, Frames frames) {
    var silent = film(file.resolveSibling("silent.mp4"), frames);
    Ffmpeg.load();
    var codec = avcodec_find_encoder_by_name("pcm_s16le");
    var context = avcodec_alloc_context3(codec);
    context.sample_rate(Samples.RATE).sample_fmt(AV_SAMPLE_FMT_S16);
    context.time_base().num(1).den(Samples.RATE);
    av_channel_layout_default(context.ch_layout(), CHANNELS);
    Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "encode six channels");
    try (var demuxer = new Demuxer(silent);
        var out = new MediaFile(file, "matroska", Map.of())) {
      var pictures = out.copied(demuxer.track());
      var sound = out.track(context);
      out.begin(VideoWriter.CLOCK);
      var packet = av_packet_alloc();
      int samples = (int) Math.round(frames.seconds() * Samples.RATE);
      var clock = new AVRational().num(1).den(Samples.RATE);
      for (int from = 0; from < samples; from += PIECE) {
        int count = Math.min(PIECE, samples - from);
        var bytes = ByteBuffer.allocate(2 * CHANNELS * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
          double angle = 2 * Math.PI * 440 * (from + i) / Samples.RATE;
          bytes.putShort(2 * (CHANNELS * i + 1), (short) (8000 * Math.sin(angle)));
        }
        av_new_packet(packet, bytes.capacity());
        packet.data().put(bytes.array(), 0, bytes.capacity());
        packet.pts(from).dts(from).duration(count);
        out.write(packet, sound, clock);
        av_packet_unref(packet);
      }
      while (demuxer.next(packet)) {
        out.write(packet, pictures, demuxer.track().time_base());
        av_packet_unref(packet);
      }
      av_packet_free(packet);
      out.end();
    } finally {
      avcodec_free_context(context);
    }
    return file;
  }

  /** A file of sound alone that is called a film. */
  public static Path soundAlone(Path file) {
    var values = new float[Samples.RATE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.3 * Math.sin(0.05 * i));
    }
    AudioWriter.write(file, new Samples(Samples.RATE, values), Tags.NONE);
    return file;
  }

  /** A film with a sound of its own. */
  public static Path withTone(Path file, Frames frames) {
    var values = new float[(int) Math.round(frames.seconds() * Samples.RATE)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.3 * Math.sin(2 * Math.PI * 1000 * i / Samples.RATE));
    }
    VideoWriter.write(
        file, frames, Encoding.FINE, Tags.NONE, Optional.of(new Samples(Samples.RATE, values)));
    return file;
  }

  /** The beginning of a film's file. */
  public static Path truncated(Path file, Frames frames) {
    film(file, frames);
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() * 2 / 3);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
