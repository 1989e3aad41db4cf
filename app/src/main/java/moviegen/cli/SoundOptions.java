package moviegen.cli;

import java.util.List;
import java.util.Optional;
import moviegen.generate.OutputFile;
import moviegen.media.AudioWriter;
import moviegen.media.Picture;
import moviegen.media.Samples;
import moviegen.media.Tags;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundCaption;
import moviegen.world.SoundSheet;
import moviegen.world.Soundtrack;
import picocli.CommandLine.Option;

/** What a drawn scene lets hear, and where that goes. */
final class SoundOptions {
  private static final List<String> ENDINGS = List.of(".wav", ".flac", ".m4a");
  private static final int WIDTH = 720;
  private static final int HEIGHT = 120;

  @Option(names = "--silent", description = "Leave the sound out.")
  boolean silent;

  @Option(
      names = "--music",
      negatable = true,
      description = "Music over it, or none; otherwise as the seed has it.")
  Optional<Boolean> music = Optional.empty();

  @Option(
      names = "--spectrogram",
      description = "Draw the sound instead, a row a scene, with ticks where events begin.")
  boolean spectrogram;

  Soundtrack of(Scene scene, Shot shot) {
    return music
        .map(wanted -> Soundtrack.of(scene, shot, true, wanted))
        .orElseGet(() -> Soundtrack.of(scene, shot));
  }

  /** The sound of a film, unless it is to be silent. */
  Optional<Samples> heard(Scene scene, Shot shot) {
    return silent ? Optional.empty() : Optional.of(of(scene, shot).render());
  }

  /** The ending of a file that is to hold sound alone. */
  static Optional<String> ending(OutputFile file) {
    var name = String.valueOf(file.file().getFileName());
    return ENDINGS.stream().filter(name::endsWith).findFirst();
  }

  static void write(Soundtrack track, OutputFile file) {
    var caption = SoundCaption.of(track, track.scene().seed());
    AudioWriter.write(file.file(), track.render(), Tags.comment(caption));
  }

  static void draw(List<Soundtrack> tracks, OutputFile file) {
    Picture.write(file.file(), SoundSheet.of(tracks, WIDTH, HEIGHT), Tags.NONE);
  }
}
