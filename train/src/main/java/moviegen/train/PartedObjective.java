package moviegen.train;

import java.util.List;
import java.util.function.Supplier;
import moviegen.tensor.Tensor;

/** An objective whose batch falls into parts that can be computed side by side. */
interface PartedObjective extends Objective {
  @Override
  List<Supplier<Tensor>> losses(long step, Meter meter);

  @Override
  default Tensor loss(long step, Meter meter) {
    return losses(step, meter).stream().map(Supplier::get).reduce(Tensor::add).orElseThrow();
  }
}
