package moviegen.media;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes sound to a file: WAV and FLAC of 16 bits, or AAC in an M4A file, by the file's ending. It
 * appears under its name only when it is finished.
 */
public final class AudioWriter {
  private AudioWriter() {}

  /** A kind of file. */
  private enum Kind {
    WAV(".wav", "wav", "pcm_s16le"),
    FLAC(".flac", "flac", "flac"),
    M4A(".m4a", MediaFile.M4A, "aac"),
    MP4(".mp4", MediaFile.MP4, "aac");

    private final String ending;
    private final String container;
    private final String codec;

    Kind(String ending, String container, String codec) {
      this.ending = ending;
      this.container = container;
      this.codec = codec;
    }

    static Kind of(Path file) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      for (Kind kind : values()) {
        if (name.endsWith(kind.ending)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "A file of sound ends in .wav, .flac, .m4a or .mp4, got \"%s\".".formatted(file));
    }
  }

  /** Whether a file's ending is one of sound; a sentence says why not. */
  public static void checkEnding(Path file) {
    Kind.of(file);
  }

  /** Writes a whole sound. */
  public static void write(Path file, SoundSource samples, Tags tags) {
    var kind = Kind.of(file);
    if (samples.length() == 0) {
      throw new IllegalArgumentException("The sound %s has no sample.".formatted(file));
    }
    Ffmpeg.load();
    try (var part = PartFile.beside(file)) {
      write(part.path(), kind, samples, tags);
      part.finish();
    }
  }

  private static void write(Path path, Kind kind, SoundSource samples, Tags tags) {
    try (var file = new MediaFile(path, kind.container, tags.text());
        var track = new SoundTrack(file, kind.codec, samples.rate())) {
      file.begin(samples.rate());
      track.write(samples, samples.length());
      track.end();
      file.end();
    }
  }
}
