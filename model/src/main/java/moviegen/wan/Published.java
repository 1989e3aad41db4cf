package moviegen.wan;

import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.text.T5Config;

/** The tensors of the family's checkpoints as their owners publish them: names and shapes. */
public final class Published {
  private static final String[] ATTENTION = {"q", "k", "v", "o"};
  private static final int PARTS = 6;

  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  private Published() {}

  /** A transformer's. */
  public static Map<String, long[]> transformer(WanConfig config) {
    var all = new Published();
    int width = config.width();
    int patch = Patches.SIDE * Patches.SIDE;
    all.put("patch_embedding.weight", width, config.inChannels(), 1, Patches.SIDE, Patches.SIDE);
    all.put("patch_embedding.bias", width);
    all.linear("text_embedding.0", config.textWidth(), width);
    all.linear("text_embedding.2", width, width);
    all.linear("time_embedding.0", config.waves(), width);
    all.linear("time_embedding.2", width, width);
    all.linear("time_projection.1", width, PARTS * width);
    for (int i = 0; i < config.depth(); i++) {
      all.block("blocks.%d.".formatted(i), config);
    }
    all.put("head.modulation", 1, 2, width);
    all.linear("head.head", width, patch * config.outChannels());
    return all.shapes;
  }

  private void block(String block, WanConfig config) {
    int width = config.width();
    put(block + "modulation", 1, PARTS, width);
    for (String attention : new String[] {"self_attn.", "cross_attn."}) {
      for (String linear : ATTENTION) {
        linear(block + attention + linear, width, width);
      }
      put(block + attention + "norm_q.weight", width);
      put(block + attention + "norm_k.weight", width);
    }
    if (config.crossNorm()) {
      put(block + "norm3.weight", width);
      put(block + "norm3.bias", width);
    }
    linear(block + "ffn.0", width, config.hidden());
    linear(block + "ffn.2", config.hidden(), width);
  }

  /** A UMT5 encoder's. */
  public static Map<String, long[]> text(T5Config config) {
    var all = new Published();
    int width = config.width();
    int inner = config.heads() * config.headWidth();
    all.put("token_embedding.weight", config.vocabulary(), width);
    for (int i = 0; i < config.depth(); i++) {
      String block = "blocks.%d.".formatted(i);
      all.put(block + "norm1.weight", width);
      all.put(block + "attn.q.weight", inner, width);
      all.put(block + "attn.k.weight", inner, width);
      all.put(block + "attn.v.weight", inner, width);
      all.put(block + "attn.o.weight", width, inner);
      all.put(block + "norm2.weight", width);
      all.put(block + "ffn.gate.0.weight", config.hidden(), width);
      all.put(block + "ffn.fc1.weight", config.hidden(), width);
      all.put(block + "ffn.fc2.weight", width, config.hidden());
      all.put(block + "pos_embedding.embedding.weight", config.buckets(), config.heads());
    }
    all.put("norm.weight", width);
    return all.shapes;
  }

  /** An autoencoder's. */
  public static Map<String, long[]> autoencoder(WanAutoencoderConfig config) {
    var all = new Published();
    var names = WanAutoencoderKeys.original(config).inverse();
    AutoencoderShapes.of(config)
        .forEach((name, shape) -> all.put(names.apply(name).orElseThrow(), shape));
    return all.shapes;
  }

  private void linear(String name, int in, int out) {
    put(name + ".weight", out, in);
    put(name + ".bias", out);
  }

  private void put(String name, long... shape) {
    shapes.put(name, shape);
  }
}
