package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Reads the pictures of a local film that may come from anywhere, within limits. */
public final class VideoReader implements AutoCloseable {
  private final Path file;
  private final Limits limits;
  private final Demuxer demuxer;
  private final TrackDecoder decoder;
  private final Probe probe;
  private Optional<Conversion> conversion = Optional.empty();

  private VideoReader(Path file, Limits limits, Demuxer demuxer, Probe probe) {
    this.file = file;
    this.limits = limits;
    this.demuxer = demuxer;
    this.probe = probe;
    this.decoder = new TrackDecoder(file, demuxer, limits);
  }

  /**
   * Opens a film and checks what it announces.
   *
   * @throws IllegalArgumentException says in one sentence why it is no readable film
   */
  public static VideoReader open(Path file, Limits limits) {
    limits.checkFile(file);
    Ffmpeg.load();
    var xmp = Mp4Boxes.xmp(file);
    var demuxer = new Demuxer(file);
    try {
      var probe = demuxer.probe(Files.size(file), xmp);
      limits.checkSize(file, probe.width(), probe.height());
      limits.checkLength(file, probe.seconds());
      return new VideoReader(file, limits, demuxer, probe);
    } catch (IOException e) {
      demuxer.close();
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    } catch (RuntimeException e) {
      demuxer.close();
      throw e;
    }
  }

  /** All frames of a film as they are. */
  public static Frames read(Path file) {
    try (var reader = open(file, Limits.DEFAULT)) {
      return reader.read();
    }
  }

  /** A film in another size and at another rate. */
  public static Frames read(Path file, int width, int height, double fps) {
    try (var reader = open(file, Limits.DEFAULT)) {
      return reader.read(width, height, fps);
    }
  }

  public Probe probe() {
    return probe;
  }

  /** All frames that are left, as they are. */
  public Frames read() {
    var frames = new FrameCollector(file, limits, probe.width(), probe.height(), probe.frames());
    for (var picture = decoder.next(); picture.isPresent(); picture = decoder.next()) {
      convert(picture.get(), probe.width(), probe.height(), frames.next());
    }
    return frames.frames(probe.fps());
  }

  /** All frames that are left, each at every instant k / {@code fps} the picture shown then. */
  public Frames read(int width, int height, double fps) {
    var frames = new FrameCollector(file, limits, width, height, Math.round(probe.seconds() * fps));
    show(width, height, fps, shown -> frames.next().put(0, shown, 0, shown.capacity()));
    return frames.frames(fps);
  }

  /**
   * Hands on all frames that are left, one after the other: at every instant k / {@code fps} the
   * picture shown then.
   *
   * @param sink takes a frame (h w c), which is another one after it returns
   */
  public void show(int width, int height, double fps, Consumer<ByteBuffer> sink) {
    if (!(fps > 0 && fps <= 240)) {
      throw new IllegalArgumentException(
          "A film has between 0 and 240 frames a second, got %s.".formatted(fps));
    }
    limits.checkSize(file, width, height);
    var interval = 1 / probe.fps();
    var slack = Math.min(interval, 1 / fps) / 4;
    var shown = ByteBuffer.allocateDirect(width * height * 3);
    var picture = decoder.next();
    var start = picture.map(first -> decoder.time(first, 0)).orElse(0.0);
    var time = 0.0;
    long count = 0;
    while (picture.isPresent()) {
      convert(picture.get(), width, height, shown);
      picture = decoder.next();
      var expected = start + time + interval;
      time = picture.map(next -> decoder.time(next, expected)).orElse(expected) - start;
      limits.checkLength(file, time);
      while (count / fps < time - slack) {
        sink.accept(shown);
        count++;
      }
    }
  }

  private void convert(AVFrame picture, int width, int height, ByteBuffer into) {
    var wanted = Kind.of(picture);
    if (conversion.isEmpty() || !conversion.get().kind().equals(wanted)) {
      conversion.ifPresent(Conversion::close);
      limits.checkSize(file, picture.width(), picture.height());
      conversion =
          Optional.of(new Conversion(wanted, ColorConverter.toRgb(picture, width, height)));
    }
    ColorConverter.copy(conversion.get().converter().convert(picture), into);
  }

  /** What a converter depends on. */
  private record Kind(int width, int height, int format, int matrix, int range) {
    static Kind of(AVFrame picture) {
      return new Kind(
          picture.width(),
          picture.height(),
          picture.format(),
          picture.colorspace(),
          picture.color_range());
    }
  }

  private record Conversion(Kind kind, ColorConverter converter) implements AutoCloseable {
    @Override
    public void close() {
      converter.close();
    }
  }

  @Override
  public void close() {
    conversion.ifPresent(Conversion::close);
    conversion = Optional.empty();
    decoder.close();
    demuxer.close();
  }
}
