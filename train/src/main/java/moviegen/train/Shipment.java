package moviegen.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import moviegen.checkpoint.Checkpoint;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * A part of a cast, ready to be written.
 *
 * @param part the part's name
 * @param tensors its weights
 * @param config what its model is built from, to be written as JSON
 * @param needs the parts that it was trained with, with their hashes
 * @param standsFor the hashes of earlier files of this part, for which it may stand: what was
 *     trained with one of them works with it
 */
public record Shipment(
    String part,
    Map<String, Tensor> tensors,
    Object config,
    Map<String, String> needs,
    List<String> standsFor) {
  /** A part that stands for nothing but itself. */
  public Shipment(
      String part, Map<String, Tensor> tensors, Object config, Map<String, String> needs) {
    this(part, tensors, config, needs, List.of());
  }

  /** What a file of these weights says of itself, {@code facts} of the run among it. */
  Map<String, String> says(Map<String, String> facts) {
    var says = new TreeMap<>(facts);
    says.put("moviegen.part", part);
    says.put("moviegen.config", Json.write(config));
    says.put("moviegen.needs", Json.write(needs));
    says.put("moviegen.license", CastFolder.LICENSE);
    if (!standsFor.isEmpty()) {
      says.put(Checkpoint.STANDS_FOR, String.join(" ", standsFor));
    }
    return says;
  }

  /** The same, which belongs to another part of {@code cast}. */
  Shipment needing(CastFolder cast, String other) {
    var more = new TreeMap<>(needs);
    more.put(other, cast.sha256(other));
    return new Shipment(part, tensors, config, more, standsFor);
  }

  /** Everything below {@code prefix}, without it. */
  static Map<String, Tensor> below(Params params, String prefix) {
    UnaryOperator<String> shorter = name -> name.substring(prefix.length());
    return params.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(Collectors.toMap(entry -> shorter.apply(entry.getKey()), Map.Entry::getValue));
  }
}
