package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.CheckpointSource;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The weights of a part while a model is built from them: read, changed and rounded one by one. */
public final class WanWeights implements Params.Source, AutoCloseable {
  private final Checkpoint checkpoint;
  private final CheckpointSource source;
  private final DType compute;
  private final List<Lora> loras = new ArrayList<>();

  private WanWeights(WanPart part, DType compute) {
    checkpoint = part.open();
    source = checkpoint.source(part.keys());
    this.compute = compute;
  }

  /** Opens a part as it is. */
  public static WanWeights open(WanPart part, DType compute) {
    return open(part, compute, List.of());
  }

  /** Opens a part that LoRAs change. */
  public static WanWeights open(WanPart part, DType compute, List<LoraFile> loras) {
    var weights = new WanWeights(part, compute);
    try {
      loras.forEach(file -> weights.loras.add(Lora.open(file, part)));
      return weights;
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  @Override
  public Tensor get(String name, Init init, long... shape) {
    var weight = source.get(name, init, shape);
    for (Lora lora : loras) {
      if (lora.changes(name)) {
        weight = lora.change(name, weight.to(DType.FLOAT32));
      }
    }
    return weight.to(compute);
  }

  /** Refuses weights that no model has asked for. */
  public void requireAllUsed() {
    source.requireAllUsed();
  }

  @Override
  public void close() {
    loras.forEach(Lora::close);
    checkpoint.close();
  }
}
