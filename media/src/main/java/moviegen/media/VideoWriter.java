package moviegen.media;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Writes a film frame by frame to an MP4 file, which appears under its name only when it is
 * finished; closed before that, it leaves nothing behind.
 */
public final class VideoWriter implements AutoCloseable {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 4096;

  /** Fine enough for every usual rate of frames and of samples. */
  static final int CLOCK = 48_000;

  private final int width;
  private final int height;
  private final Tags tags;
  private final PartFile part;
  private final MediaFile file;
  private final VideoEncoder encoder;
  private final AVStream track;
  private final Optional<Sound> sound;
  private long count;
  private boolean released;

  /** The sound of a film, and the track that it is written to. */
  private record Sound(SoundSource samples, double fps, SoundTrack track) {
    int until(long frames) {
      return Math.toIntExact(Math.round(frames / fps * samples.rate()));
    }
  }

  private VideoWriter(
      PartFile part,
      int width,
      int height,
      double fps,
      Encoding encoding,
      Tags tags,
      Optional<? extends SoundSource> heard) {
    this.width = width;
    this.height = height;
    this.tags = tags;
    this.part = part;
    encoder = new VideoEncoder(width, height, fps, encoding, this::packet);
    try {
      file = new MediaFile(part.path(), MediaFile.MP4, tags.text());
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
    track = file.track(encoder.context());
    sound =
        heard.map(samples -> new Sound(samples, fps, new SoundTrack(file, "aac", samples.rate())));
    file.begin(CLOCK);
  }

  /** Begins a film. */
  public static VideoWriter open(
      Path file, int width, int height, double fps, Encoding encoding, Tags tags) {
    return open(file, width, height, fps, encoding, tags, Optional.empty());
  }

  /**
   * Begins a film with sound, of which as much is kept as there are pictures.
   *
   * @param sound from the first picture on; silence follows where it is too short
   */
  public static VideoWriter open(
      Path file,
      int width,
      int height,
      double fps,
      Encoding encoding,
      Tags tags,
      Optional<? extends SoundSource> sound) {
    checkSize(width, height);
    if (!(fps >= 1 && fps <= 240)) {
      throw new IllegalArgumentException(
          "A film has between 1 and 240 frames a second, got %s.".formatted(fps));
    }
    Ffmpeg.load();
    var part = PartFile.beside(file);
    try {
      return new VideoWriter(part, width, height, fps, encoding, tags, sound);
    } catch (RuntimeException e) {
      part.close();
      throw e;
    }
  }

  /** Writes a whole film. */
  public static void write(Path file, Frames frames, Encoding encoding, Tags tags) {
    write(file, frames, encoding, tags, Optional.empty());
  }

  /** Writes a whole film with its sound. */
  public static void write(
      Path file,
      Frames frames,
      Encoding encoding,
      Tags tags,
      Optional<? extends SoundSource> sound) {
    try (var writer =
        open(file, frames.width(), frames.height(), frames.fps(), encoding, tags, sound)) {
      writer.write(frames);
      writer.finish();
    }
  }

  /** Whether a film of this size can be written; a sentence says why not. */
  public static void checkSize(int width, int height) {
    if (width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "A film's width and height are even, got %dx%d.".formatted(width, height));
    }
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
      throw new IllegalArgumentException(
          "A film's width and height are between %d and %d, got %dx%d."
              .formatted(SMALLEST, LARGEST, width, height));
    }
  }

  /** Appends frames of the film's size. */
  public void write(Frames frames) {
    if (frames.width() != width || frames.height() != height) {
      throw new IllegalArgumentException(
          "This film's frames are %dx%d, got %dx%d."
              .formatted(width, height, frames.width(), frames.height()));
    }
    for (var t = 0; t < frames.count(); t++) {
      write(frames.frame(t));
    }
  }

  /**
   * Appends one frame.
   *
   * @param rgb (h w c)
   */
  public void write(ByteBuffer rgb) {
    if (rgb.capacity() != width * height * 3) {
      throw new IllegalArgumentException(
          "A frame of %dx%d has %d bytes, got %d."
              .formatted(width, height, width * height * 3, rgb.capacity()));
    }
    encoder.encode(rgb);
    count++;
    sound.ifPresent(heard -> hear(heard, false));
  }

  /** Completes the film and gives the file its name. */
  public void finish() {
    if (count == 0) {
      throw new IllegalStateException("The film %s has no frame.".formatted(part.target()));
    }
    encoder.flush();
    sound.ifPresent(heard -> hear(heard, true));
    file.end();
    release();
    tags.xmp().ifPresent(packet -> Mp4Boxes.appendXmp(part.path(), packet));
    part.finish();
  }

  private void hear(Sound heard, boolean last) {
    int until = heard.until(count);
    if (last) {
      heard.track.write(heard.samples.fitted(until), until);
      heard.track.end();
    } else {
      heard.track.write(heard.samples, Math.min(until, heard.samples.length() - 1));
    }
  }

  /** Size of the coded pictures, without their container. */
  public long codedBytes() {
    return encoder.bytes();
  }

  private void packet(AVPacket packet) {
    file.write(packet, track, encoder.context().time_base());
  }

  private void release() {
    if (!released) {
      released = true;
      sound.ifPresent(heard -> heard.track.close());
      encoder.close();
      file.close();
    }
  }

  @Override
  public void close() {
    release();
    part.close();
  }
}
