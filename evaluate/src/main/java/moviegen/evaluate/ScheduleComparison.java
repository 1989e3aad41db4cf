package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.flow.Sampler;
import moviegen.flow.Schedule;
import moviegen.generate.FilmRequest;

/**
 * How far the latents of few steps are from those of 250 small ones, from the same prompt and noise
 * (paper §3.4.2): the norm of their difference over the norm of the latter. Chance is another
 * prompt's film.
 */
public final class ScheduleComparison {
  private static final Walk REFERENCE = Walk.linear(Schedule.EMULATED);
  private static final Walk OURS = Walk.linearQuadratic(50);

  private static final List<Walk> WALKS =
      List.of(
          OURS,
          Walk.linearQuadratic(25),
          Walk.linear(100),
          Walk.linear(50),
          Walk.linear(25),
          Walk.midpoint(50),
          Walk.midpoint(25),
          Walk.midpointLinearQuadratic(25));

  private ScheduleComparison() {}

  /** What makes latents, as {@link moviegen.generate.Studio#latents} does. */
  @FunctionalInterface
  public interface Latents {
    float[] of(FilmRequest request, Sampler sampler);
  }

  /**
   * Samples a film of each prompt in every way, with seeds in order from 1.
   *
   * @param command what to type to find it again
   */
  public static Report of(
      Latents latents, List<String> prompts, String command, CountListener listener) {
    var tally = new Tally();
    var references = new ArrayList<float[]>();
    int done = 0;
    int all = prompts.size() * (WALKS.size() + 1);
    for (int i = 0; i < prompts.size(); i++) {
      var request = FilmRequest.of(prompts.get(i)).withSeed(i + 1);
      float[] reference = latents.of(request, REFERENCE.sampler());
      references.add(reference);
      listener.onCount(++done, all);
      for (var walk : WALKS) {
        tally.add(walk.name(), distance(latents.of(request, walk.sampler()), reference));
        listener.onCount(++done, all);
      }
    }
    double chance = chance(references);
    return new Report(
        "schedule",
        prompts.size(),
        command,
        tally.rows().stream().map(row -> row.withChance(chance)).toList(),
        tally.row(OURS.name()).score().value());
  }

  /** ‖a − b‖ / ‖b‖. */
  static double distance(float[] a, float[] b) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < b.length; i++) {
      difference += Math.pow((double) a[i] - b[i], 2);
      norm += Math.pow(b[i], 2);
    }
    return Math.sqrt(difference / norm);
  }

  private static double chance(List<float[]> films) {
    return IntStream.range(1, films.size())
        .mapToDouble(i -> distance(films.get(i - 1), films.get(i)))
        .average()
        .orElse(Double.NaN);
  }
}
