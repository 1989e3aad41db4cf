package moviegen.generate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import moviegen.audio.AudioContext;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SoundFit;
import moviegen.audio.SoundPrompt;
import moviegen.audio.SoundText;
import moviegen.audio.SoundWindows;
import moviegen.flow.Guidance;
import moviegen.flow.MidpointSampler;
import moviegen.flow.Schedule;
import moviegen.flow.StepListener;
import moviegen.flow.Velocity;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Makes sound: several candidates at once from noise, in overlapping windows where it is long, and
 * keeps the one that fits the film best (paper, section 6.1).
 */
final class SoundMaker {
  /** The share of a window that its neighbor has, too. */
  private static final int OVERLAP = 5;

  /** Latents of all candidates together: four minutes. */
  private static final long AT_ONCE = 6_000;

  private final SoundParts parts;

  SoundMaker(SoundParts parts) {
    this.parts = parts;
  }

  /**
   * What is asked of some latents: the film and the text, both of which may be left out.
   *
   * @param text (b m k)
   * @param context what is known of the sound
   */
  private record Branch(FrameFeatures film, SoundText text, AudioContext context) {}

  /**
   * Makes a sound and hands it on piece by piece.
   *
   * @param film every frame as it was looked at, if there is a film (1 t k)
   * @param samples how long it is to be
   * @param sink takes the samples in their order
   */
  void make(
      SoundRequest request,
      Optional<Tensor> film,
      int samples,
      StepListener listener,
      Consumer<float[]> sink) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      long count = parts.codec().config().latents(samples);
      var seen =
          film.map(
              frames ->
                  new FilmSeen(frames, parts.shape().sight(), parts.codec().config().latentRate()));
      var latents = latents(request, seen, count, listener);
      parts
          .codec()
          .decode(best(latents, seen), samples, piece -> sink.accept(HostMemory.floats(piece)));
    }
  }

  /** All candidates (b n c). */
  private Tensor latents(
      SoundRequest request, Optional<FilmSeen> film, long count, StepListener listener) {
    int candidates = candidates(request, film, count);
    var wish = request.wish();
    var texts = parts.read(List.of(SoundPrompt.of(wish.prompt(), wish.music()).text(), ""));
    var asked = new Asked(request, film, texts, candidates);
    return switch (request.extension()) {
      case WINDOWS -> together(asked, count, listener);
      case SEGMENTS -> oneAfterTheOther(asked, count, listener);
    };
  }

  /**
   * What all windows have in common.
   *
   * @param texts the wanted one and none (2 m k)
   */
  private record Asked(
      SoundRequest request, Optional<FilmSeen> film, SoundText texts, int candidates) {}

  private Tensor together(Asked asked, long count, StepListener listener) {
    var velocity =
        windows().over(count, window -> under(asked, window, unknown(asked.candidates(), window)));
    return sample(asked, noise(asked, 0, count), velocity, listener);
  }

  private Tensor oneAfterTheOther(Asked asked, long count, StepListener listener) {
    var all = Ops.zeros(asked.candidates(), count, channels());
    var windows = windows().over(count);
    long done = 0;
    for (int i = 0; i < windows.size(); i++) {
      var window = windows.get(i);
      int before = i * asked.request().steps();
      int steps = windows.size() * asked.request().steps();
      long known = done - window.start();
      long more = window.length() - known;
      try (var _ = Scope.open()) {
        var context =
            known == 0
                ? unknown(asked.candidates(), window)
                : AudioContext.after(all.narrow(1, window.start(), known), window.length());
        var made =
            sample(
                asked,
                noise(asked, i, window.length()),
                under(asked, window, context),
                (step, _) -> listener.onStep(before + step, steps));
        all.narrow(1, done, more).copy_(made.narrow(1, known, more));
      }
      done += more;
    }
    return all;
  }

  private Velocity under(Asked asked, SoundWindows.Window window, AudioContext context) {
    int candidates = asked.candidates();
    return new Guidance(asked.request().guidance())
        .together(
            this::network,
            new Branch(
                seen(asked.film(), window, candidates),
                text(asked.texts(), 0, candidates),
                context),
            new Branch(
                unseen(window, candidates),
                text(asked.texts(), 1, candidates),
                unknown(candidates, window)));
  }

  private static Tensor sample(
      Asked asked, Tensor noise, Velocity velocity, StepListener listener) {
    return new MidpointSampler(Schedule.linear(asked.request().steps()))
        .sample(noise, velocity, listener);
  }

  private Tensor noise(Asked asked, int index, long count) {
    return Noise.gaussian(asked.request().seed() + index, asked.candidates(), count, channels());
  }

  private AudioContext unknown(int candidates, SoundWindows.Window window) {
    return AudioContext.none(candidates, window.length(), channels());
  }

  private int channels() {
    return parts.codec().config().latentChannels();
  }

  /** As many as were asked for up to a minute, beyond that as many as keep the memory flat. */
  private int candidates(SoundRequest request, Optional<FilmSeen> film, long count) {
    if (film.isEmpty() || parts.fit().isEmpty()) {
      return 1;
    }
    return Math.clamp(AT_ONCE / count, 1, request.candidates());
  }

  SoundWindows windows() {
    int length = parts.shape().longest();
    return new SoundWindows(length, Math.max(1, length / OVERLAP));
  }

  private FrameFeatures seen(Optional<FilmSeen> film, SoundWindows.Window window, int candidates) {
    return film.map(
            whole -> {
              var part = whole.during(window);
              return new FrameFeatures(
                  part.expand(candidates, part.size(1), part.size(2)), Ops.ones(candidates));
            })
        .orElseGet(() -> unseen(window, candidates));
  }

  private FrameFeatures unseen(SoundWindows.Window window, int candidates) {
    return FrameFeatures.none(
        candidates, window.length(), parts.shape().transformer().videoWidth());
  }

  /** One text of a batch for every candidate. */
  private static SoundText text(SoundText texts, int index, int candidates) {
    var features = texts.features().narrow(0, index, 1);
    var mask = texts.mask().narrow(0, index, 1);
    return new SoundText(
        features.expand(candidates, features.size(1), features.size(2)),
        mask.expand(candidates, mask.size(1)));
  }

  private Velocity network(List<Branch> branches) {
    var film =
        new FrameFeatures(
            Ops.cat(branches.stream().map(branch -> branch.film().values()).toList(), 0),
            Ops.cat(branches.stream().map(branch -> branch.film().present()).toList(), 0));
    var text =
        new SoundText(
            Ops.cat(branches.stream().map(branch -> branch.text().features()).toList(), 0),
            Ops.cat(branches.stream().map(branch -> branch.text().mask()).toList(), 0));
    var context =
        new AudioContext(
            Ops.cat(branches.stream().map(branch -> branch.context().latents()).toList(), 0),
            Ops.cat(branches.stream().map(branch -> branch.context().known()).toList(), 0));
    return parts
        .transformer()
        .under(parts.transformer().conditions(film, text, context, parts.compute()));
  }

  /** The candidate that fits the film best (1 n c). */
  private Tensor best(Tensor latents, Optional<FilmSeen> film) {
    long candidates = latents.size(0);
    if (candidates == 1 || film.isEmpty()) {
      return latents.narrow(0, 0, 1);
    }
    double[] scores = scores(parts.fit().orElseThrow(), latents, film.get());
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return latents.narrow(0, best, 1);
  }

  /** The mean score of each candidate, a window after the other. */
  private double[] scores(SoundFit fit, Tensor latents, FilmSeen film) {
    int candidates = (int) latents.size(0);
    long length = latents.size(1);
    long step = parts.shape().longest();
    double[] scores = new double[candidates];
    for (long start = 0; start < length; start += step) {
      long count = Math.min(step, length - start);
      try (var _ = Scope.open()) {
        var part = film.during(new SoundWindows.Window(start, count));
        var same = part.expand(candidates, count, part.size(2));
        float[] here = HostMemory.floats(fit.score(same, latents.narrow(1, start, count)));
        for (int i = 0; i < candidates; i++) {
          scores[i] += here[i] * count / length;
        }
      }
    }
    return scores;
  }
}
