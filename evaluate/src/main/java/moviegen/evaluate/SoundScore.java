package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import moviegen.flow.StepListener;
import moviegen.generate.Cast;
import moviegen.generate.EarPart;
import moviegen.generate.SoundRequest;
import moviegen.generate.SoundRoom;
import moviegen.generate.SoundWish;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Soundtrack;

/**
 * How well a cast's sound fits films (paper §6.3, by what is known of drawn films): onsets beside
 * the events of the picture, kinds of sound, music when it is asked for, its mood when it is not
 * described, how far it is from the truth and how loud.
 */
public final class SoundScore {
  private static final long SEED = 1;
  private static final int FILM_STEPS = 50;
  private static final double HALF_A_SECOND = 0.5;

  private final SoundRoom room;
  private final Optional<EarPart> ear;
  private final Map<String, List<OnsetMatch>> onsets = new LinkedHashMap<>();
  private final Tally tally = new Tally();
  private final SoundDistance distance;
  private Samples before = new Samples(Samples.RATE, new float[1]);

  private SoundScore(SoundRoom room, Optional<EarPart> ear, SoundDistance distance) {
    this.room = room;
    this.distance = distance;
    this.ear = ear;
  }

  /**
   * Measures a cast on {@code count} held-out films with touches, and on as many of any kind where
   * the cast can judge what is heard.
   *
   * @param command what to type to find it again
   */
  public static Report of(Cast cast, int count, String command, CountListener listener) {
    return of(cast, count, 0, command, listener);
  }

  /**
   * As {@link #of(Cast, int, String, CountListener)}, and on {@code films} films that the cast
   * itself makes, whose touches are seen in their pictures.
   */
  public static Report of(Cast cast, int count, int films, String command, CountListener listener) {
    var rows = new ArrayList<Row>();
    if (films > 0) {
      var made = BouncingFilms.matches(cast, films, FILM_STEPS, listener);
      if (!made.isEmpty()) {
        rows.addAll(onsetRows("its own films", made));
      }
      rows.add(Row.of("films/seen to touch", Interval.exact((double) made.size() / films)));
      rows.addAll(onsetRows("touches seen in renders", BouncingFilms.tracked(films)));
    }
    var report = onRenders(cast, count, command, listener);
    rows.addAll(0, report.rows());
    return new Report(report.kind(), count, command, rows, report.mean());
  }

  private static Report onRenders(Cast cast, int count, String command, CountListener listener) {
    try (var room = SoundRoom.open(cast);
        var ear = EarPart.in(cast) ? EarPart.open(cast) : EarPart.none();
        var distance = new SoundDistance()) {
      var score =
          new SoundScore(room, ear.isThere() ? Optional.of(ear) : Optional.empty(), distance);
      int all = score.ear.isPresent() ? 2 * count : count;
      var touching = SoundTruth.withTouches().limit(count + 1L).toList();
      score.before = score.made(touching.get(count), count, Optional.of(false));
      for (int i = 0; i < count; i++) {
        score.touch(touching.get(i), touching.get(i + 1), i);
        listener.onCount(i + 1, all);
      }
      if (score.ear.isPresent()) {
        var scenes = Footage.scenes().limit(count).toList();
        for (int i = 0; i < count; i++) {
          score.hear(scenes.get(i), i, score.ear.get());
          listener.onCount(count + i + 1, all);
        }
      }
      return score.report(count, command, SeamScore.of(room, distance));
    }
  }

  private Samples made(Scene scene, int index, Optional<Boolean> music) {
    var shot = SoundTruth.shot(index);
    Frames film = Renderer.render(scene, shot);
    int samples = (int) Math.round(shot.seconds() * Samples.RATE);
    var request = SoundRequest.of(new SoundWish(false, Optional.empty(), music), SEED + index);
    return room.whole(request, Optional.of(film), samples, StepListener.NONE);
  }

  private void touch(Scene scene, Scene next, int index) {
    var shot = SoundTruth.shot(index);
    var truth = SoundTruth.of(scene, shot);
    var real = Soundtrack.of(scene, shot, true, false).render();
    var copy = room.copy(real);
    var made = made(scene, index, Optional.of(false));
    add("made", made, truth);
    add("truth", real, truth);
    add("truth through the codec", copy, truth);
    add("made for another film", before.fitted(made.length()), truth);
    add("half a second late", late(made), truth);
    add("clicks", clicks(Onsets.of(made).times().size(), made, index), truth);
    before = made;
    tally.add("spectral distance/made", distance.of(made, real));
    tally.add("spectral distance/truth through the codec", distance.of(copy, real));
    var another = Soundtrack.of(next, shot, true, false).render();
    tally.add("spectral distance/another film's truth", distance.of(another, real));
    tally.add("loudness over the truth, dB", 20 * Math.log10((made.rms() + 1e-9) / real.rms()));
  }

  private void add(String name, Samples sound, SoundTruth truth) {
    onsets
        .computeIfAbsent(name, _ -> new ArrayList<>())
        .add(OnsetMatch.of(Onsets.of(sound).times(), truth.touches(), truth.others()));
  }

  /** The same, what comes last coming first. */
  private static Samples late(Samples sound) {
    int shift = (int) (HALF_A_SECOND * sound.rate()) % sound.length();
    var values = new float[sound.length()];
    for (int i = 0; i < values.length; i++) {
      values[(i + shift) % values.length] = sound.values()[i];
    }
    return new Samples(sound.rate(), values);
  }

  /** As many clicks as there are onsets, evenly from a start of their own. */
  private static Samples clicks(int count, Samples like, int index) {
    var values = new float[like.length()];
    for (int i = 0; i < count; i++) {
      double place = (i + (index * 0.618) % 1) / count;
      values[(int) (place * (values.length - 1))] = 0.5f;
    }
    return new Samples(like.rate(), values);
  }

  private void hear(Scene scene, int index, EarPart judge) {
    var truth = SoundTruth.of(scene, SoundTruth.shot(index));
    var without = judge.listen(made(scene, index, Optional.of(false)));
    var with = judge.listen(made(scene, index, Optional.of(true)));
    var real = judge.listen(Soundtrack.of(scene, SoundTruth.shot(index), true, false).render());
    tally.add("kind/made", without.kinds().contains(truth.mainKind()) ? 1 : 0);
    tally.add("kind/truth", real.kinds().contains(truth.mainKind()) ? 1 : 0);
    tally.add("music/there when asked", with.music() ? 1 : 0);
    tally.add("music/absent when not", without.music() ? 0 : 1);
    boolean mode = with.mode().equals(truth.usualMode());
    boolean pace = with.pace().equals(truth.usualPace());
    tally.add("music/mode fits", mode ? 1 : 0);
    tally.add("music/pace fits", pace ? 1 : 0);
    tally.add("music/both fit", mode && pace ? 1 : 0);
  }

  private Report report(int count, String command, List<Row> seams) {
    List<Row> rows = new ArrayList<>();
    onsets.forEach((name, matches) -> rows.addAll(onsetRows(name, matches)));
    rows.addAll(tally.rows());
    rows.addAll(seams);
    double mean = rows.getFirst().score().value();
    return new Report("sound", count, command, rows, mean);
  }

  private static List<Row> onsetRows(String name, List<OnsetMatch> matches) {
    return List.of(
        row("onsets/f1/" + name, matches, OnsetMatch::f1),
        pooled("onsets/precision/" + name, matches, OnsetMatch::heard),
        pooled("onsets/recall/" + name, matches, OnsetMatch::events),
        Row.of("onsets/median offset, ms/" + name, Interval.exact(offset(matches))));
  }

  private static Row row(String name, List<OnsetMatch> matches, ToDoubleFunction<OnsetMatch> of) {
    return Row.of(name, Interval.of(matches.stream().mapToDouble(of).toArray()));
  }

  /** Over all events of all films. */
  private static Row pooled(String name, List<OnsetMatch> matches, ToIntFunction<OnsetMatch> of) {
    double hits = matches.stream().mapToInt(match -> match.offsets().size()).sum();
    return Row.of(name, Interval.exact(hits / Math.max(1, matches.stream().mapToInt(of).sum())));
  }

  /** The median of how far matches are from their events, in milliseconds. */
  private static double offset(List<OnsetMatch> matches) {
    double[] all =
        matches.stream()
            .flatMap(match -> match.offsets().stream())
            .mapToDouble(offset -> 1000 * Math.abs(offset))
            .sorted()
            .toArray();
    return all.length == 0
        ? Double.NaN
        : Arrays.stream(all).skip(all.length / 2).findFirst().orElse(0);
  }
}
