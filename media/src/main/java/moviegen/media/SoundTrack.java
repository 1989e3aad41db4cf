package moviegen.media;

import org.bytedeco.ffmpeg.avformat.AVStream;

/** Sound on its way into a media file, a piece at a time. */
final class SoundTrack implements AutoCloseable {
  /** Pieces of the coder that are read together. */
  private static final int AT_ONCE = 16;

  private final AudioEncoder encoder;
  private final AVStream track;
  private int written;

  /** Adds a track of sound to a file that has not begun. */
  SoundTrack(MediaFile file, String codec, int rate) {
    this(file, codec, rate, AudioEncoder.BIT_RATE);
  }

  SoundTrack(MediaFile file, String codec, int rate, long bitRate) {
    encoder =
        new AudioEncoder(
            codec,
            rate,
            bitRate,
            packet -> file.write(packet, track(), encoder().context().time_base()));
    try {
      track = file.track(encoder.context());
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private AVStream track() {
    return track;
  }

  private AudioEncoder encoder() {
    return encoder;
  }

  /** Writes as many whole pieces as there are before sample {@code until}, the last one cut. */
  void write(SoundSource sound, int until) {
    int end = until == sound.length() ? until : until - (until - written) % encoder.piece();
    while (written < end) {
      var values = new float[Math.min(AT_ONCE * encoder.piece(), end - written)];
      sound.read(written, values);
      encoder.encode(values, 0, values.length);
      written += values.length;
    }
  }

  /** Hands over what is still inside. */
  void end() {
    encoder.flush();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
