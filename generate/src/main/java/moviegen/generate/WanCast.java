package moviegen.generate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moviegen.wan.Lora;
import moviegen.wan.WanDefaults;
import moviegen.wan.WanFolder;
import moviegen.wan.WanPart;

/**
 * Public weights of the Wan family, in a folder as it comes from a hub.
 *
 * @param weights all parts, found to fit each other
 */
public record WanCast(String name, Path folder, WanFolder weights, WanOptions options)
    implements Cast {

  /**
   * Opens a folder; reads no weight.
   *
   * @throws IllegalArgumentException says in one sentence what is missing or wrong
   */
  static WanCast open(Path folder) {
    var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return new WanCast(name, folder, WanFolder.open(folder).complete(), WanOptions.PLAIN);
  }

  /** The same weights, used otherwise; LoRAs must fit them. */
  public WanCast with(WanOptions other) {
    for (var file : other.loras()) {
      Lora.open(file, weights.transformer().orElseThrow()).close();
    }
    return new WanCast(name, folder, weights, other);
  }

  WanDefaults published() {
    return WanDefaults.of(weights.transformerConfig());
  }

  double shift() {
    return options.shift().orElse(published().shift());
  }

  @Override
  public Defaults defaults() {
    var owners = published();
    return new Defaults(
        new FrameSize(owners.width(), owners.height()),
        (double) owners.frames() / owners.fps(),
        owners.fps(),
        owners.steps(),
        owners.guidance(),
        owners.negative());
  }

  @Override
  public Map<String, Object> settings() {
    return options.facts();
  }

  /** None: its files are listed by what they hold, in {@link #weights}. */
  @Override
  public Map<String, Part> parts() {
    return Map.of();
  }

  @Override
  public Optional<Part> find(String part) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> hashes() {
    var hashes = new TreeMap<String, String>();
    for (var kind : WanPart.Kind.values()) {
      weights
          .part(kind)
          .ifPresent(part -> hashes.put(part.kind().toString(), Fingerprint.of(part.files())));
    }
    return new LinkedHashMap<>(hashes);
  }
}
