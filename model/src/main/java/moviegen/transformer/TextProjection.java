package moviegen.transformer;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Brings every text tower to one width, and puts them side by side (paper, section 3.1.4). */
record TextProjection(List<Linear> linears, List<LayerNorm> norms) {
  TextProjection(Params params, List<Integer> widths, int width) {
    this(new ArrayList<>(), new ArrayList<>());
    for (int tower = 0; tower < widths.size(); tower++) {
      linears.add(Linear.biased(params.at(tower), widths.get(tower), width));
      norms.add(new LayerNorm(params.at(tower).at("norm"), width));
    }
  }

  /**
   * @param towers each (b m k), in the order of the config
   * @return (b m c), all their tokens
   */
  Tensor forward(List<Tensor> towers) {
    if (towers.size() != linears.size()) {
      throw new IllegalArgumentException(
          "%d text towers were given, expected %d".formatted(towers.size(), linears.size()));
    }
    var projected = new ArrayList<Tensor>();
    for (int i = 0; i < towers.size(); i++) {
      projected.add(norms.get(i).forward(linears.get(i).forward(towers.get(i))));
    }
    return Ops.cat(projected, 1);
  }
}
