package moviegen.wan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import moviegen.checkpoint.Checkpoint;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.wan.LoraKeys.Role;

/**
 * Changes of low rank to the weights of a transformer (LoRA, arXiv 2106.09685): W + s a/r U D, in
 * kohya's, diffusers' or PEFT's names. Also plain differences, as distilled models have them.
 */
public final class Lora implements AutoCloseable {
  private final Checkpoint checkpoint;
  private final double strength;
  private final Map<String, Map<Role, String>> changes;

  private Lora(Checkpoint checkpoint, double strength, Map<String, Map<Role, String>> changes) {
    this.checkpoint = checkpoint;
    this.strength = strength;
    this.changes = changes;
  }

  /**
   * Opens a LoRA and holds its shapes against the transformer that it is to change.
   *
   * @throws IllegalArgumentException where it is none, or one of another model
   */
  public static Lora open(LoraFile file, WanPart transformer) {
    var checkpoint = Checkpoint.open(file.path());
    try {
      var lora = new Lora(checkpoint, file.strength(), changes(checkpoint));
      lora.changes.forEach((name, parts) -> lora.check(transformer, name, parts));
      return lora;
    } catch (RuntimeException e) {
      checkpoint.close();
      throw e;
    }
  }

  private static Map<String, Map<Role, String>> changes(Checkpoint checkpoint) {
    var changes = new TreeMap<String, Map<Role, String>>();
    for (String name : checkpoint.names()) {
      var place =
          LoraKeys.place(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s is not a LoRA: %s is no part of one."
                              .formatted(checkpoint.path(), name)));
      changes.computeIfAbsent(place.ours(), _ -> new EnumMap<>(Role.class)).put(place.role(), name);
    }
    return changes;
  }

  private void check(WanPart transformer, String name, Map<Role, String> parts) {
    String some = parts.values().iterator().next();
    var weight = transformer.weights().get(name);
    if (weight == null) {
      throw another("%s changes nothing that this transformer has".formatted(some));
    }
    for (var part : parts.entrySet()) {
      long[] shape = checkpoint.shape(part.getValue());
      boolean fits =
          switch (part.getKey()) {
            case ALPHA -> Arrays.stream(shape).allMatch(side -> side == 1);
            case UP -> shape.length >= 2 && shape[0] == weight.size(0);
            case DOWN -> shape.length >= 2 && product(shape) / shape[0] == in(weight);
            case WEIGHT, BIAS, TABLE -> product(shape) == weight.count();
          };
      if (!fits) {
        throw another(
            "%s has the shape %s, the weight that it changes %s"
                .formatted(part.getValue(), Arrays.toString(shape), weight.shape()));
      }
    }
    boolean whole = parts.containsKey(Role.UP) == parts.containsKey(Role.DOWN);
    if (!whole || rank(parts, Role.UP, 1) != rank(parts, Role.DOWN, 0)) {
      throw another("%s and what belongs to it do not fit each other".formatted(some));
    }
  }

  private static long in(WanPart.Weight weight) {
    return weight.count() / weight.size(0);
  }

  private long rank(Map<Role, String> parts, Role role, int axis) {
    var name = parts.get(role);
    return name == null ? 0 : checkpoint.shape(name)[axis];
  }

  private IllegalArgumentException another(String why) {
    return new IllegalArgumentException(
        "%s is a LoRA of another model: %s.".formatted(checkpoint.path(), why));
  }

  /** Whether it changes this weight. */
  boolean changes(String name) {
    return changes.containsKey(name);
  }

  /**
   * A weight with this change.
   *
   * @param weight in float32
   */
  Tensor change(String name, Tensor weight) {
    var parts = changes.getOrDefault(name, Map.of());
    return Scope.tidy(
        () -> {
          var changed = weight;
          if (parts.containsKey(Role.UP)) {
            var up = read(parts, Role.UP);
            var down = read(parts, Role.DOWN);
            double scale = strength * alpha(parts, up.size(1)) / up.size(1);
            var product = up.reshape(up.size(0), -1).matmul(down.reshape(down.size(0), -1));
            changed = changed.add(product.mul(scale).reshape(weight.shape()));
          }
          for (Role role : new Role[] {Role.WEIGHT, Role.BIAS, Role.TABLE}) {
            if (parts.containsKey(role)) {
              changed = changed.add(read(parts, role).mul(strength).reshape(weight.shape()));
            }
          }
          return changed;
        });
  }

  private double alpha(Map<Role, String> parts, long rank) {
    return parts.containsKey(Role.ALPHA) ? read(parts, Role.ALPHA).reshape(1).item() : rank;
  }

  private Tensor read(Map<Role, String> parts, Role role) {
    var name = parts.get(role);
    if (name == null) {
      throw new IllegalArgumentException("%s has no %s".formatted(checkpoint.path(), role));
    }
    return checkpoint.read(name).to(DType.FLOAT32);
  }

  private static long product(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  @Override
  public void close() {
    checkpoint.close();
  }
}
