package moviegen.wan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The tensors of an autoencoder by our names, told without making any. */
final class AutoencoderShapes {
  private final Map<String, long[]> shapes = new LinkedHashMap<>();
  private final WanAutoencoderConfig config;

  private AutoencoderShapes(WanAutoencoderConfig config) {
    this.config = config;
  }

  static Map<String, long[]> of(WanAutoencoderConfig config) {
    var all = new AutoencoderShapes(config);
    int channels = config.latentChannels();
    all.encoder();
    all.pixels("moments", 2 * channels, 2 * channels, 3);
    all.pixels("latents", channels, channels, 3);
    all.decoder();
    return all.shapes;
  }

  private void encoder() {
    var widths = config.encoderWidths();
    int last = config.temporal().size();
    kernel("encoder.in", widths.getFirst(), config.pixelChannels(), 3, 3, 3);
    for (int i = 0; i <= last; i++) {
      String level = "encoder.levels.%d.".formatted(i);
      int width = widths.get(i + 1);
      for (int k = 0; k < config.blocks(); k++) {
        residual(level + "blocks." + k, k == 0 ? widths.get(i) : width, width);
      }
      if (i < last) {
        kernel(level + "down.conv", width, width, 3, 3);
        if (config.temporal().get(i)) {
          kernel(level + "down.time", width, width, 3, 1, 1);
        }
      }
    }
    middle("encoder.middle", widths.getLast());
    head("encoder", widths.getLast(), 2 * config.latentChannels());
  }

  private void decoder() {
    var widths = config.decoderWidths();
    int last = config.temporal().size();
    int narrowing = config.shortcuts() ? 1 : 2;
    kernel("decoder.in", widths.getFirst(), config.latentChannels(), 3, 3, 3);
    middle("decoder.middle", widths.getFirst());
    for (int i = 0; i <= last; i++) {
      String level = "decoder.levels.%d.".formatted(i);
      int before = widths.get(i) / (i == 0 ? 1 : narrowing);
      int width = widths.get(i + 1);
      for (int k = 0; k <= config.blocks(); k++) {
        residual(level + "blocks." + k, k == 0 ? before : width, width);
      }
      if (i < last) {
        kernel(level + "up.conv", width / narrowing, width, 3, 3);
        if (config.temporal().reversed().get(i)) {
          kernel(level + "up.time", 2L * width, width, 3, 1, 1);
        }
      }
    }
    head("decoder", widths.getLast(), config.pixelChannels());
  }

  private void middle(String name, int width) {
    residual(name + ".first", width, width);
    norm(name + ".attention.norm", width, 2);
    pixels(name + ".attention.qkv", width, 3 * width, 2);
    pixels(name + ".attention.out", width, width, 2);
    residual(name + ".last", width, width);
  }

  private void head(String half, int width, int channels) {
    norm(half + ".norm", width, 3);
    kernel(half + ".out", channels, width, 3, 3, 3);
  }

  private void residual(String name, int in, int out) {
    norm(name + ".norm1", in, 3);
    kernel(name + ".conv1", out, in, 3, 3, 3);
    norm(name + ".norm2", out, 3);
    kernel(name + ".conv2", out, out, 3, 3, 3);
    if (in != out) {
      pixels(name + ".shortcut", in, out, 3);
    }
  }

  private void norm(String name, int channels, int axes) {
    shapes.put(name + ".gamma", with(axes, channels));
  }

  private void pixels(String name, int in, int out, int axes) {
    kernel(name, with(axes, out, in));
  }

  /** A weight, whose first axis the bias has too. */
  private void kernel(String name, long... shape) {
    shapes.put(name + ".weight", shape);
    shapes.put(name + ".bias", new long[] {shape[0]});
  }

  /** A shape with axes of length one behind it. */
  private static long[] with(int axes, long... shape) {
    return LongStream.concat(LongStream.of(shape), LongStream.generate(() -> 1).limit(axes))
        .toArray();
  }
}
