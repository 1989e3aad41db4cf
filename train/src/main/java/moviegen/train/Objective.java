package moviegen.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** What a run learns: its parameters, the loss of each step, and how good they are by now. */
public interface Objective extends AutoCloseable {
  Params params();

  /**
   * The loss of one step as a sum of parts, with their histories, each of which any thread may
   * compute. The batch and every random draw depend on the step alone, so that a resumed run goes
   * the way of one that never stopped; torch's own generator is drawn from here, before any part is
   * computed.
   *
   * @param meter takes what is worth plotting beside the loss
   * @see BatchParts
   */
  List<Supplier<Tensor>> losses(long step, Meter meter);

  /** Samples that one step sees. */
  int batch();

  /** Figures on held-out samples, with the parameters as they stand. */
  Map<String, Double> validate();

  /** Refuses to begin with the part of {@code cast} where that makes no sense. */
  default void requireFit(CastFolder cast) {}

  /** Measures what belongs to the part but is not learned, with the parameters as they stand. */
  default void measure() {}

  /** What the cast gets from this run; its tensors are the run's own. */
  Shipment ship();

  /** What only measuring the part needs, such as what writes down what a tower has read. */
  default Optional<Shipment> beside() {
    return Optional.empty();
  }

  @Override
  void close();
}
