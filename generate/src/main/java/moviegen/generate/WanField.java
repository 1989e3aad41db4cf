package moviegen.generate;

import java.util.List;
import moviegen.flow.Guidance;
import moviegen.flow.Velocity;
import moviegen.tensor.Tensor;
import moviegen.wan.StepCache;
import moviegen.wan.WanTransformer;
import moviegen.wan.WanVelocity;

/**
 * The velocity of a guided film, one text after the other, and what its step caches remember.
 *
 * @param caches one for each text, or none
 */
record WanField(Velocity velocity, List<StepCache> caches) implements Velocity, AutoCloseable {
  WanField {
    caches = List.copyOf(caches);
  }

  /**
   * A field.
   *
   * @param texts what is wanted, and what is not unless there is no guidance
   * @param stepCache the caches' threshold, 0 for none
   */
  static WanField of(
      WanTransformer transformer, List<Tensor> texts, double guidance, double stepCache) {
    var plain =
        texts.stream().map(text -> new WanVelocity(transformer, transformer.read(text))).toList();
    var caches =
        stepCache > 0
            ? plain.stream().map(branch -> new StepCache(branch, stepCache)).toList()
            : List.<StepCache>of();
    List<? extends Velocity> branches = caches.isEmpty() ? plain : caches;
    var scale = new Guidance(guidance);
    return new WanField(
        scale.isNone() ? branches.getFirst() : scale.apart(branches.getFirst(), branches.getLast()),
        caches);
  }

  @Override
  public Tensor at(Tensor x, double time) {
    return velocity.at(x, time);
  }

  @Override
  public void close() {
    caches.forEach(StepCache::close);
  }
}
