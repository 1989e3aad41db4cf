package moviegen.train;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * A part of a cast, ready to be written.
 *
 * @param part the part's name
 * @param tensors its weights
 * @param config what its model is built from, to be written as JSON
 * @param needs the parts that it was trained with, with their hashes
 */
public record Shipment(
    String part, Map<String, Tensor> tensors, Object config, Map<String, String> needs) {
  /** What a file of these weights says of itself, {@code facts} of the run among it. */
  Map<String, String> says(Map<String, String> facts) {
    var says = new TreeMap<>(facts);
    says.put("moviegen.part", part);
    says.put("moviegen.config", Json.write(config));
    says.put("moviegen.needs", Json.write(needs));
    says.put("moviegen.license", CastFolder.LICENSE);
    return says;
  }

  /** The same, which belongs to another part of {@code cast}. */
  Shipment needing(CastFolder cast, String other) {
    var more = new TreeMap<>(needs);
    more.put(other, cast.sha256(other));
    return new Shipment(part, tensors, config, more);
  }

  /** Everything below {@code prefix}, without it. */
  static Map<String, Tensor> below(Params params, String prefix) {
    UnaryOperator<String> shorter = name -> name.substring(prefix.length());
    return params.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(Collectors.toMap(entry -> shorter.apply(entry.getKey()), Map.Entry::getValue));
  }
}
