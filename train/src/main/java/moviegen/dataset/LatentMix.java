package moviegen.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The latents that a run learns from: those of several stages, each with its share of the steps
 * (paper §3.2: images and films side by side). The last shard of every stage is never learned.
 */
public final class LatentMix implements AutoCloseable {
  private final List<Portion> portions;
  private final double total;

  /**
   * The films of one stage.
   *
   * @param share how often it is drawn from, beside the others
   */
  public record Portion(String name, double share, LatentCache latents) {
    public Portion {
      if (share <= 0) {
        throw new IllegalArgumentException(
            "The stage %s has a share of %s, expected more than 0".formatted(name, share));
      }
    }

    private List<LatentShard> seen() {
      return latents.shards().subList(0, latents.shards().size() - 1);
    }
  }

  public LatentMix(List<Portion> portions) {
    this.portions = List.copyOf(portions);
    total = portions.stream().mapToDouble(Portion::share).sum();
  }

  /** A group of films of one size to learn from. */
  public LatentShard draw(RandomGenerator random) {
    double at = random.nextDouble() * total;
    int i = 0;
    while (i < portions.size() - 1 && at >= portions.get(i).share()) {
      at -= portions.get(i).share();
      i++;
    }
    var shards = portions.get(i).seen();
    return shards.get(random.nextInt(shards.size()));
  }

  /** By stage, the group that is kept for validation. */
  public Map<String, LatentShard> unseen() {
    var unseen = new LinkedHashMap<String, LatentShard>();
    portions.forEach(portion -> unseen.put(portion.name(), portion.latents().shards().getLast()));
    return unseen;
  }

  /** The share of a stage's films in the steps, from 0 to 1. */
  public double share(String name) {
    return portions.stream()
            .filter(portion -> portion.name().equals(name))
            .mapToDouble(Portion::share)
            .sum()
        / total;
  }

  @Override
  public void close() {
    portions.forEach(portion -> portion.latents().close());
  }
}
