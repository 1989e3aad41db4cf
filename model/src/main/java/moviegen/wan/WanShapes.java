package moviegen.wan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import moviegen.checkpoint.Checkpoint;
import moviegen.text.T5Config;
import moviegen.text.T5Config.Activation;

/** Configs as the shapes of a checkpoint's tensors, and a config.json beside it, show them. */
final class WanShapes {
  private static final String CONFIG = "config.json";
  private static final long LONGEST_CONFIG = 1 << 20;
  private static final int HEAD = 128;
  private static final int TEXT_LENGTH = 512;
  private static final double EPS = 1e-6;
  private static final int FARTHEST = 128;

  /** What tells relatives of the transformer apart that this program does not run. */
  private static final Map<String, String> RELATIVES =
      Map.of(
          "vace_", "a VACE model, with blocks for hints",
          "img_emb.", "an image-to-video model, with a branch for CLIP",
          "condition_embedder.image_embedder.", "an image-to-video model, with a branch for CLIP",
          "motion_encoder.", "an Animate model");

  private WanShapes() {}

  /** The shape of a transformer; the number of heads is in no tensor's shape. */
  static WanConfig transformer(WanPart part) {
    refuseRelatives(part);
    var patches = part.weight("patches.weight");
    int width = patches.size(0);
    int in = patches.size(1);
    var config = config(part.path());
    return new WanConfig(
        width,
        part.weight("blocks.0.feed_forward.up.weight").size(0),
        number(config, List.of("num_heads", "num_attention_heads"), Math.max(1, width / HEAD)),
        depth(part),
        in,
        part.weight("head.out.weight").size(0) / (Patches.SIDE * Patches.SIDE),
        part.weight("text.in.weight").size(1),
        number(config, List.of("text_len"), TEXT_LENGTH),
        part.weight("time.in.weight").size(1),
        part.weights().containsKey("blocks.0.cross_norm.weight"),
        in == WanConfig.TI2V_5B.inChannels(),
        EPS);
  }

  private static void refuseRelatives(WanPart part) {
    for (String name : part.weights().keySet()) {
      RELATIVES.forEach(
          (prefix, what) -> {
            if (name.startsWith(prefix)) {
              throw new IllegalArgumentException(
                  "%s is %s, which this program does not run.".formatted(part.path(), what));
            }
          });
    }
  }

  /** The shape of a UMT5 encoder. */
  static T5Config text(WanPart part) {
    var query = part.weight("blocks.0.attention.query.weight");
    var positions = part.weight("blocks.0.positions.weight");
    int heads = positions.size(1);
    return new T5Config(
        part.weight("embedding.weight").size(0),
        query.size(1),
        depth(part),
        heads,
        query.size(0) / heads,
        part.weight("blocks.0.feed_forward.up.weight").size(0),
        positions.size(0),
        FARTHEST,
        Activation.GELU,
        false);
  }

  /**
   * The shape of an autoencoder, by its latents' channels and the widths of its ends.
   *
   * @param latents the layer that latents come in through
   * @param in the layer that colors go into
   * @param out the layer that colors come out of
   */
  static WanAutoencoderConfig autoencoder(
      Checkpoint checkpoint, String latents, String in, String out) {
    return autoencoder(
        checkpoint.path(),
        checkpoint.shape(latents + ".weight")[0],
        Math.toIntExact(checkpoint.shape(in + ".weight")[0]),
        Math.toIntExact(checkpoint.shape(out + ".weight")[1]));
  }

  /** The same of a part. */
  static WanAutoencoderConfig autoencoder(WanPart part) {
    return autoencoder(
        part.path(),
        part.weight("latents.weight").size(0),
        part.weight("encoder.in.weight").size(0),
        part.weight("decoder.out.weight").size(1));
  }

  private static WanAutoencoderConfig autoencoder(
      Path path, long channels, int encoderWidth, int decoderWidth) {
    if (channels == WanAutoencoderConfig.WAN_2_1.latentChannels()) {
      return WanAutoencoderConfig.wan21(decoderWidth);
    }
    if (channels == WanAutoencoderConfig.WAN_2_2.latentChannels()) {
      return WanAutoencoderConfig.wan22(encoderWidth, decoderWidth);
    }
    throw new IllegalArgumentException(
        "%s is an autoencoder with %d channels of latents, expected %d or %d."
            .formatted(
                path,
                channels,
                WanAutoencoderConfig.WAN_2_1.latentChannels(),
                WanAutoencoderConfig.WAN_2_2.latentChannels()));
  }

  private static int depth(WanPart part) {
    int depth = 0;
    while (part.weights().keySet().stream().anyMatch(name(depth))) {
      depth++;
    }
    return Math.max(1, depth);
  }

  private static Predicate<String> name(int block) {
    String prefix = "blocks.%d.".formatted(block);
    return name -> name.startsWith(prefix);
  }

  private static int number(JsonNode config, List<String> names, int otherwise) {
    return names.stream()
        .filter(config::has)
        .map(name -> config.path(name).asInt(otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  /** The config.json beside a file; empty where there is none. */
  private static JsonNode config(Path file) {
    var config = file.resolveSibling(CONFIG);
    try {
      return Files.isRegularFile(config) && Files.size(config) <= LONGEST_CONFIG
          ? new JsonMapper().readTree(config.toFile())
          : new JsonMapper().createObjectNode();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s.".formatted(config, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
