package moviegen.wan;

import java.util.Optional;
import moviegen.flow.Velocity;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * A Wan transformer that leaves its blocks out while what they look at has hardly moved, and adds
 * what they added last (TeaCache, arXiv 2411.19108, without its fitted polynomial). One sample at a
 * time.
 */
public final class StepCache implements Velocity, AutoCloseable {
  private final WanVelocity velocity;
  private final double threshold;
  private Optional<Memory> memory = Optional.empty();
  private double moved;
  private int computed;

  /** What was seen at the step before, and what the blocks added when they last ran. */
  private record Memory(Tensor sight, Tensor added) {
    void close() {
      sight.close();
      added.close();
    }
  }

  /**
   * A cache for one text.
   *
   * @param threshold how far in all the first block's input may have moved, relative to its size,
   *     before the blocks run again
   */
  public StepCache(WanVelocity velocity, double threshold) {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException(
          "the step cache's threshold is " + threshold + ", expected at least 0");
    }
    this.velocity = velocity;
    this.threshold = threshold;
  }

  @Override
  public Tensor at(Tensor x, double time) {
    return Scope.tidy(
        () -> {
          var transformer = velocity.transformer();
          var start = transformer.start(x, WanVelocity.modelTimes(x, time));
          var sight = transformer.firstSight(start);
          var added = again(sight) ? compute(start) : memory.orElseThrow().added().copy();
          var velocities = transformer.finish(start, start.tokens().add(added)).neg();
          remember(sight, added);
          return velocities;
        });
  }

  /** How often the blocks ran. */
  public int computed() {
    return computed;
  }

  private boolean again(Tensor sight) {
    if (memory.isEmpty() || memory.get().sight().count() != sight.count()) {
      return true;
    }
    var before = memory.get().sight().to(DType.FLOAT32);
    var change = sight.to(DType.FLOAT32).sub(before).abs().mean().item();
    moved += change / before.abs().mean().item();
    return moved >= threshold;
  }

  private Tensor compute(WanTransformer.Start start) {
    moved = 0;
    computed++;
    return velocity.transformer().through(start, velocity.text()).sub(start.tokens());
  }

  private void remember(Tensor sight, Tensor added) {
    close();
    memory = Optional.of(new Memory(sight.retain(), added.retain()));
  }

  @Override
  public void close() {
    memory.ifPresent(Memory::close);
    memory = Optional.empty();
  }
}
