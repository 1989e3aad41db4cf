package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Gives a film another sound: its pictures are copied as they are coded, and the sound is coded as
 * AAC beside them, as long as the pictures to the sample.
 */
public final class Mux {
  private Mux() {}

  /**
   * Writes {@code film} with {@code sound} as its one track of sound. What is too long is cut, what
   * is too short ends in silence. Tags and marks of the film are kept.
   *
   * @param out an MP4 file, another one than the film
   */
  public static void addSound(Path film, SoundSource sound, Path out) {
    addSound(film, sound, out, Map.of());
  }

  /**
   * Writes {@code film} with {@code sound} as its one track of sound.
   *
   * @param says what the file is to say of itself beside what the film does, or instead
   */
  public static void addSound(Path film, SoundSource sound, Path out, Map<String, String> says) {
    Limits.LONG.checkFile(film);
    checkOther(film, out);
    Ffmpeg.load();
    var xmp = Mp4Boxes.xmp(film);
    try (var part = PartFile.beside(out);
        var demuxer = new Demuxer(film)) {
      var text = new LinkedHashMap<>(demuxer.probe(Files.size(film), xmp).tags().text());
      text.putAll(says);
      Limits.LONG.checkLength(film, demuxer.seconds());
      int length = Math.toIntExact(Math.max(1, samples(demuxer, sound.rate())));
      copy(film, demuxer, sound.fitted(length), part.path(), text);
      xmp.ifPresent(packet -> Mp4Boxes.appendXmp(part.path(), packet));
      part.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(film), e);
    }
  }

  /** The number of samples of sound that are as long as a film's pictures. */
  public static int samples(Path film, int rate) {
    Limits.LONG.checkFile(film);
    Ffmpeg.load();
    try (var demuxer = new Demuxer(film)) {
      Limits.LONG.checkLength(film, demuxer.seconds());
      return Math.toIntExact(samples(demuxer, rate));
    }
  }

  private static long samples(Demuxer demuxer, int rate) {
    return Math.round(demuxer.seconds() * rate);
  }

  private static void checkOther(Path film, Path out) {
    if (film.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "The film with its sound is written to another file than \"%s\".".formatted(film));
    }
  }

  private static void copy(
      Path film, Demuxer demuxer, SoundSource sound, Path out, Map<String, String> tags) {
    try (var file = new MediaFile(out, MediaFile.MP4, tags)) {
      var pictures = file.copied(demuxer.track());
      try (var track = new SoundTrack(file, "aac", sound.rate())) {
        file.begin(VideoWriter.CLOCK);
        interleave(demuxer, file, pictures, track, sound);
        file.end();
      }
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(
          "The pictures of %s cannot be copied into an MP4 file: %s"
              .formatted(film, e.getMessage()),
          e);
    }
  }

  /** Writes sound up to each packet of pictures, then that packet, so that both arrive together. */
  private static void interleave(
      Demuxer demuxer, MediaFile file, AVStream pictures, SoundTrack track, SoundSource sound) {
    var from = demuxer.track();
    long start = from.start_time() == AV_NOPTS_VALUE ? 0 : from.start_time();
    AVPacket packet = av_packet_alloc();
    try {
      while (demuxer.next(packet)) {
        packet.pts(shifted(packet.pts(), start)).dts(shifted(packet.dts(), start)).pos(-1);
        double seconds =
            packet.dts() == AV_NOPTS_VALUE ? 0 : packet.dts() * av_q2d(from.time_base());
        track.write(sound, (int) Math.clamp(seconds * sound.rate(), 0, sound.length()));
        file.write(packet, pictures, from.time_base());
        av_packet_unref(packet);
      }
    } finally {
      av_packet_free(packet);
    }
    track.write(sound, sound.length());
    track.end();
  }

  private static long shifted(long time, long start) {
    return time == AV_NOPTS_VALUE ? time : time - start;
  }
}
