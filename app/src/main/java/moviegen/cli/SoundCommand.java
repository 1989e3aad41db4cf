package moviegen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.generate.Cancel;
import moviegen.generate.Extension;
import moviegen.generate.SoundJob;
import moviegen.generate.SoundRequest;
import moviegen.generate.SoundWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a film sound, or makes sound alone. */
@Command(
    name = "sound",
    description = "Give any film sound that fits it, or make sound from text alone.",
    footer = {
      "",
      "Without FILM: --prompt and --seconds make sound alone, into a .wav, .flac or .m4a file.",
      "",
      "Examples:",
      "  ./moviegen sound --prompt \"rain on a tin roof\" --seconds 10 --out rain.wav",
      "  ./moviegen sound film.mp4"
    })
final class SoundCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILM",
      description = "A film of any size and rate; its pictures are copied as they are.")
  Optional<Path> film = Optional.empty();

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "What is to be heard; otherwise the film decides.")
  Optional<String> prompt = Optional.empty();

  @Option(
      names = "--music",
      negatable = true,
      description = "Music over it, or none; otherwise the film decides.")
  Optional<Boolean> music = Optional.empty();

  @Option(names = "--mix", description = "Keep the film's own sound under the new one.")
  boolean mix;

  @Option(names = "--seconds", description = "Length of sound alone, 0.1 to 3600 seconds.")
  Optional<Double> seconds = Optional.empty();

  @Mixin OutputOptions out = new OutputOptions();

  @Option(
      names = "--steps",
      defaultValue = "" + SoundRequest.STEPS,
      description = "Steps of the solver, two evaluations each; default ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--guidance",
      defaultValue = "3",
      description = "How strictly to follow film and text; 1 is off, default ${DEFAULT-VALUE}.")
  double guidance;

  @Option(
      names = "--candidates",
      defaultValue = "" + SoundRequest.CANDIDATES,
      description = "Of which the best is kept, 1 to 16; default ${DEFAULT-VALUE}.")
  int candidates;

  @Option(
      names = "--extend",
      defaultValue = "windows",
      description = "How long sound goes on, windows or segments; default ${DEFAULT-VALUE}.")
  Extension extension = Extension.WINDOWS;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed makes the same again; default ${DEFAULT-VALUE}.")
  long seed;

  @Mixin CastOption cast = new CastOption();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var wish = new SoundWish(false, prompt, music);
    var request = new SoundRequest(wish, steps, guidance, candidates, seed, extension);
    var cancel = new Cancel();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError()) {
      var job = new SoundJob(cast.open(), request, terminal, cancel);
      var made = film.map(file -> forFilm(job, file)).orElseGet(() -> alone(job));
      terminal.say(
          "%s  (%.1f s of sound, seed %d, made in %.1f s)"
              .formatted(made.file(), made.soundSeconds(), seed, made.seconds()));
      if (made.ownSoundMissing()) {
        terminal.say("The film had no sound of its own to mix with.");
      }
      if (json) {
        Json.print(facts(made));
      }
    }
    return 0;
  }

  private SoundJob.Made forFilm(SoundJob job, Path file) {
    if (seconds.isPresent()) {
      throw new IllegalArgumentException(
          "--seconds is for sound alone; with a film the sound is as long as its pictures.");
    }
    return job.film(file, out.orElse(() -> beside(file)), mix);
  }

  private SoundJob.Made alone(SoundJob job) {
    if (mix) {
      throw new IllegalArgumentException("--mix needs a film whose sound is kept.");
    }
    if (prompt.isEmpty() || seconds.isEmpty()) {
      throw new IllegalArgumentException(
          "Without a film, --prompt says what is to be heard and --seconds how long.");
    }
    return job.alone(seconds.get(), out.orElse(SoundCommand::unnamed));
  }

  private static Path unnamed() {
    return Path.of("sound.wav");
  }

  private static Path beside(Path film) {
    String name = String.valueOf(film.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return film.resolveSibling(name.substring(0, dot) + "-sound.mp4");
  }

  private Map<String, Object> facts(SoundJob.Made made) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("file", made.file().toString());
    film.ifPresent(file -> facts.put("film", file.toString()));
    facts.put("samples", made.samples());
    facts.put("sound_seconds", made.soundSeconds());
    facts.put("seed", seed);
    facts.put("seconds", made.seconds());
    facts.put("peak_memory_bytes", made.peakMemoryBytes());
    return facts;
  }
}
