package moviegen.generate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import moviegen.flow.StepListener;
import moviegen.media.AudioReader;
import moviegen.media.AudioWriter;
import moviegen.media.Mux;
import moviegen.media.Probe;
import moviegen.media.Samples;
import moviegen.media.SoundSource;
import moviegen.provenance.Provenance;
import moviegen.provenance.Recipe;

/**
 * Sound for one file: a film's, whose pictures are copied and whose file is only read, or sound
 * alone.
 */
public record SoundJob(Cast cast, SoundRequest request, Onlooker onlooker, Cancel cancel) {
  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 3_600;
  private static final long BYTES_PER_SECOND = 4 * Samples.RATE + 20_000;

  /**
   * What was made.
   *
   * @param samples of sound
   * @param seconds that it took
   * @param ownSoundMissing whether it was to be mixed with a sound that was not there
   */
  public record Made(
      Path file, int samples, double seconds, boolean ownSoundMissing, long peakMemoryBytes) {
    /** Length of the sound. */
    public double soundSeconds() {
      return samples / (double) Samples.RATE;
    }
  }

  /**
   * Gives a film sound that is as long as its pictures to the sample.
   *
   * @param mix whether its own sound stays under the new one
   */
  public Made film(Path film, OutputFile out, boolean mix) {
    long start = System.nanoTime();
    int samples = Mux.samples(film, Samples.RATE);
    var probe = Probe.of(film, moviegen.media.Limits.LONG);
    out.check(".mp4", probe.bytes() + room(samples));
    Limits.require(
        !film.toAbsolutePath().normalize().equals(out.file().toAbsolutePath().normalize()),
        "The film with its sound is written to another file than \"%s\".",
        film);
    var own =
        mix && probe.hasAudio()
            ? Optional.of(AudioReader.read(film, Samples.RATE))
            : Optional.<Samples>empty();
    try (var room = SoundRoom.open(cast);
        var sound = room.spooled(request, Optional.of(film), samples, folder(out), progress())) {
      SoundSource heard = own.<SoundSource>map(o -> SoundRoom.mixed(sound, o)).orElse(sound);
      Mux.addSound(film, heard, out.file(), says(probe, samples));
    }
    return made(out, samples, start, mix && own.isEmpty());
  }

  /** Makes sound that belongs to no film. */
  public Made alone(double seconds, OutputFile out) {
    long start = System.nanoTime();
    Limits.require(
        seconds >= SHORTEST && seconds <= LONGEST,
        "Sound lasts %s to %s seconds, got %s.",
        Limits.number(SHORTEST),
        Limits.number(LONGEST),
        Limits.number(seconds));
    AudioWriter.checkEnding(out.file());
    int samples = (int) Math.round(seconds * Samples.RATE);
    out.check(ending(out), 2 * room(samples));
    try (var room = SoundRoom.open(cast);
        var sound = room.spooled(request, Optional.empty(), samples, folder(out), progress())) {
      AudioWriter.write(out.file(), sound, Provenance.tags(request.recipe(cast, seconds)));
    }
    return made(out, samples, start, false);
  }

  private static String ending(OutputFile out) {
    String name = String.valueOf(out.file().getFileName());
    return name.substring(name.lastIndexOf('.')).toLowerCase(java.util.Locale.ROOT);
  }

  private static Path folder(OutputFile out) {
    return Optional.ofNullable(out.file().toAbsolutePath().normalize().getParent())
        .orElseGet(() -> Path.of(""));
  }

  private static long room(int samples) {
    return (long) samples * BYTES_PER_SECOND / Samples.RATE + Limits.FILE_BYTES;
  }

  /** The recipe of the sound, within the film's own where it has one. */
  private Map<String, String> says(Probe probe, int samples) {
    var sound = request.recipe(cast, samples / (double) Samples.RATE);
    var whole =
        Provenance.find(probe.tags())
            .map(film -> film.with("sound", sound.values()))
            .orElseGet(() -> marked(sound));
    return Map.of(moviegen.media.Tags.COMMENT, whole.json());
  }

  private static Recipe marked(Recipe sound) {
    return Provenance.find(Provenance.tags(sound)).orElse(sound);
  }

  private StepListener progress() {
    long start = System.nanoTime();
    return (done, steps) -> {
      cancel.check();
      double left = (System.nanoTime() - start) / 1e9 / done * (steps - done);
      onlooker.hear(
          new Progress(
              Stage.SOUND,
              done,
              steps,
              (double) done / steps,
              Duration.ofMillis(Math.round(1000 * left))));
    };
  }

  private static Made made(OutputFile out, int samples, long start, boolean missing) {
    return new Made(
        out.file(), samples, (System.nanoTime() - start) / 1e9, missing, MachineMemory.peakBytes());
  }
}
