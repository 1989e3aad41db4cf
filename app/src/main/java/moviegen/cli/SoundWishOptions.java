package moviegen.cli;

import java.util.Optional;
import moviegen.generate.SoundWish;
import picocli.CommandLine.Option;

/** What a film is to sound like. */
final class SoundWishOptions {
  @Option(names = "--silent", description = "Leave the sound out.")
  boolean silent;

  @Option(
      names = "--audio-prompt",
      paramLabel = "TEXT",
      description = "What is to be heard; otherwise the film decides.")
  Optional<String> prompt = Optional.empty();

  @Option(
      names = "--music",
      negatable = true,
      description = "Music over it, or none; otherwise the film decides.")
  Optional<Boolean> music = Optional.empty();

  SoundWish wish() {
    return new SoundWish(silent, prompt, music);
  }
}
