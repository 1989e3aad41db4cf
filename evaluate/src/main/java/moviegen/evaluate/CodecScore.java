package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import moviegen.generate.Cast;
import moviegen.generate.CodecPart;
import moviegen.media.CodedSound;
import moviegen.media.Samples;
import moviegen.world.Scene;
import moviegen.world.Soundtrack;

/**
 * How much of a sound the codec keeps, beside AAC at 24 kb/s: the scale-invariant signal-to-noise
 * ratio in dB, the distance as it is heard, and how far onsets of touches move.
 *
 * <p>Sounds are four seconds of held-out scenes of the natural mix, and three recordings of other
 * kinds: a sentence by a speech synthesizer, a sweep, a chord.
 */
public final class CodecScore {
  private static final long AAC = 24_000;
  private static final double AROUND = 0.05;
  private static final double NEAR_MS = 10;

  private final UnaryOperator<Samples> codec;
  private final SoundDistance distance;
  private final Tally tally = new Tally();
  private final List<Double> moved = new ArrayList<>();

  private CodecScore(UnaryOperator<Samples> codec, SoundDistance distance) {
    this.codec = codec;
    this.distance = distance;
  }

  /**
   * Measures a cast's codec on {@code count} sounds.
   *
   * @param command what to type to find it again
   */
  public static Report of(Cast cast, int count, String command, CountListener listener) {
    try (var part = CodecPart.open(cast)) {
      return of(part::copy, count, command, listener);
    }
  }

  /** Measures what makes copies of sounds. */
  static Report of(
      UnaryOperator<Samples> codec, int count, String command, CountListener listener) {
    try (var distance = new SoundDistance()) {
      var score = new CodecScore(codec, distance);
      var scenes = Footage.scenes().limit(count).toList();
      for (int i = 0; i < count; i++) {
        score.world(scenes.get(i), i);
        listener.onCount(i + 1, count);
      }
      return score.report(count, command);
    }
  }

  private void world(Scene scene, int index) {
    var shot = SoundTruth.shot(index);
    var real = Soundtrack.of(scene, shot).render();
    var copy = add("world", real);
    var truth = new SoundTruth(Soundtrack.of(scene, shot));
    var before = Onsets.of(real);
    var after = Onsets.of(copy);
    for (double touch : truth.touches()) {
      double from = touch - AROUND;
      double to = touch + AROUND;
      moved.add(1000 * Math.abs(after.strongest(from, to) - before.strongest(from, to)));
    }
  }

  private Samples add(String name, Samples real) {
    var copy = codec.apply(real);
    tally.add(name + "/codec/si_snr", SoundDistance.signalToNoise(copy, real));
    tally.add(name + "/codec/mel_distance", distance.of(copy, real));
    var aac = CodedSound.of(real, AAC).samples();
    tally.add(name + "/aac/si_snr", SoundDistance.signalToNoise(aac, real));
    tally.add(name + "/aac/mel_distance", distance.of(aac, real));
    return copy;
  }

  private Report report(int count, String command) {
    double world = tally.row("world/codec/mel_distance").score().value();
    for (var recording : ForeignRecording.values()) {
      add(recording.label(), recording.samples());
    }
    List<Row> rows = new ArrayList<>(tally.rows());
    double most = 0;
    for (var recording : ForeignRecording.values()) {
      double own = tally.row(recording.label() + "/codec/mel_distance").score().value();
      most = Math.max(most, own / world);
    }
    rows.add(Row.of("others/mel_distance over the world's, at most", Interval.exact(most)));
    if (!moved.isEmpty()) {
      double[] sorted = moved.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      rows.add(Row.of("onsets/median, ms", Interval.exact(sorted[sorted.length / 2])));
      rows.add(
          Row.of(
              "onsets/within 10 ms",
              Interval.of(Arrays.stream(sorted).map(ms -> ms <= NEAR_MS ? 1 : 0).toArray())));
    }
    return new Report("codec", count, command, rows, world);
  }
}
