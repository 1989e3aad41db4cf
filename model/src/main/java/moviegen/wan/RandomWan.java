package moviegen.wan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import moviegen.checkpoint.KeyMap;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.checkpoint.SafetensorsWriter.Form;
import moviegen.tensor.DType;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.T5Config;
import moviegen.text.T5Keys;
import moviegen.wan.WanPart.Layout;

/**
 * Random weights in the layouts that the family is published in, to try everything with that does
 * not look at a film: memory, speed, loading.
 */
public record RandomWan(WanConfig transformer, T5Config text, WanAutoencoderConfig autoencoder) {
  /** For tests: every part, as small as can be. */
  public static final RandomWan MINIATURE =
      new RandomWan(
          WanConfig.MINIATURE,
          new T5Config(300, 32, 2, 4, 8, 64, 32, 128, T5Config.Activation.GELU, false),
          WanAutoencoderConfig.wan21(8));

  private static final int POOL = (1 << 22) + 1;
  private static final String FILE = "diffusion_pytorch_model.safetensors";
  private static final String PREFIX = "model.diffusion_model.";

  /** The owners' names of the text encoder turned into those of Hugging Face. */
  private static final KeyMap TO_HUGGING_FACE = T5Keys.WAN.then(T5Keys.HUGGING_FACE.inverse());

  /** Of a published size, the text encoder with its real widths and few layers. */
  public static RandomWan of(String preset, int textLayers) {
    var whole = T5Config.UMT5_XXL;
    var few =
        new T5Config(
            whole.vocabulary(),
            whole.width(),
            textLayers,
            whole.heads(),
            whole.headWidth(),
            whole.hidden(),
            whole.buckets(),
            whole.farthest(),
            whole.activation(),
            whole.sharedPositions());
    var config = WanConfig.preset(preset);
    var autoencoder =
        config.outChannels() == WanAutoencoderConfig.WAN_2_1.latentChannels()
            ? WanAutoencoderConfig.WAN_2_1
            : WanAutoencoderConfig.WAN_2_2;
    return new RandomWan(config, few, autoencoder);
  }

  /**
   * Writes all parts into a folder, some values at a time.
   *
   * @param written hears of each file once it is there
   */
  public void write(Path folder, Layout layout, Consumer<Path> written) {
    try (var _ = Scope.open()) {
      var pool = Noise.gaussian(1, Math.min(POOL, 1 + largest()));
      var writer = new Writer(folder, pool, written);
      switch (layout) {
        case ORIGINAL -> original(writer);
        case REPACKAGED -> repackaged(writer);
        case DIFFUSERS -> diffusers(writer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all parts. */
  public long parameters() {
    return Stream.of(Published.transformer(transformer), Published.text(text), vae())
        .flatMap(part -> part.values().stream())
        .mapToLong(WanPlan::count)
        .sum();
  }

  private long largest() {
    return Stream.of(Published.transformer(transformer), Published.text(text), vae())
        .flatMap(part -> part.values().stream())
        .mapToLong(WanPlan::count)
        .max()
        .orElse(0);
  }

  private void original(Writer writer) throws IOException {
    writer.config("config.json", "num_heads", transformer);
    writer.part(FILE, Published.transformer(transformer), KeyMap.IDENTITY, DType.FLOAT32);
    writer.part("Wan2.1_VAE.safetensors", vae(), KeyMap.IDENTITY, DType.FLOAT32);
    writer.part(
        "models_t5_umt5-xxl-enc-bf16.safetensors",
        Published.text(text),
        KeyMap.IDENTITY,
        DType.BFLOAT16);
    writer.tokenizer("google/umt5-xxl/tokenizer.json", text.vocabulary());
  }

  private void repackaged(Writer writer) throws IOException {
    writer.config("split_files/diffusion_models/config.json", "num_heads", transformer);
    writer.part(
        "split_files/diffusion_models/transformer_fp16.safetensors",
        Published.transformer(transformer),
        KeyMap.IDENTITY.rename("^", PREFIX),
        DType.FLOAT16);
    writer.part("split_files/vae/vae.safetensors", vae(), KeyMap.IDENTITY, DType.BFLOAT16);
    writer.part(
        "split_files/text_encoders/umt5_fp16.safetensors",
        Published.text(text),
        TO_HUGGING_FACE,
        DType.FLOAT16);
    writer.tokenizer("tokenizer.json", text.vocabulary());
  }

  private void diffusers(Writer writer) throws IOException {
    if (autoencoder.shortcuts()) {
      throw new IllegalArgumentException(
          "Random weights of the autoencoder of Wan 2.2 are written in the layouts original and"
              + " repackaged.");
    }
    writer.config("transformer/config.json", "num_attention_heads", transformer);
    writer.shards(
        "transformer/diffusion_pytorch_model",
        Published.transformer(transformer),
        WanKeys.TO_DIFFUSERS,
        DType.FLOAT32);
    writer.part(
        "vae/" + FILE,
        vae(),
        WanAutoencoderKeys.original(autoencoder)
            .then(WanAutoencoderKeys.diffusers(autoencoder).inverse()),
        DType.FLOAT32);
    writer.shards("text_encoder/model", Published.text(text), TO_HUGGING_FACE, DType.BFLOAT16);
    writer.tokenizer("tokenizer/tokenizer.json", text.vocabulary());
  }

  private Map<String, long[]> vae() {
    return Published.autoencoder(autoencoder);
  }

  /** Writes files below a folder, all their values from one pool. */
  private record Writer(Path folder, Tensor pool, Consumer<Path> written) {
    void part(String file, Map<String, long[]> published, KeyMap names, DType dtype)
        throws IOException {
      var forms = new TreeMap<String, Form>();
      var originals = new TreeMap<String, String>();
      published.forEach(
          (name, shape) -> {
            String theirs = names.apply(name).orElseThrow();
            originals.put(theirs, name);
            forms.put(theirs, new Form(dtype, Arrays.stream(shape).boxed().toList()));
          });
      SafetensorsWriter.stream(
          place(file),
          forms,
          (name, from, count) -> {
            String original = originals.getOrDefault(name, name);
            return values(original, published.getOrDefault(original, new long[0]), from, count);
          },
          Map.of("format", "pt"));
      written.accept(folder.resolve(file));
    }

    /** Two files and an index. */
    void shards(String stem, Map<String, long[]> published, KeyMap names, DType dtype)
        throws IOException {
      var index = new TreeMap<String, String>();
      var all = published.entrySet().stream().toList();
      for (int shard = 0; shard < 2; shard++) {
        int half = all.size() / 2;
        var some = new LinkedHashMap<String, long[]>();
        for (var entry : shard == 0 ? all.subList(0, half) : all.subList(half, all.size())) {
          some.put(entry.getKey(), entry.getValue());
        }
        String file = "%s-%05d-of-00002.safetensors".formatted(stem, shard + 1);
        part(file, some, names, dtype);
        for (String name : some.keySet()) {
          index.put(names.apply(name).orElseThrow(), String.valueOf(Path.of(file).getFileName()));
        }
      }
      new JsonMapper()
          .writeValue(
              place(stem + ".safetensors.index.json").toFile(), Map.of("weight_map", index));
    }

    void config(String file, String heads, WanConfig config) throws IOException {
      new JsonMapper()
          .writeValue(
              place(file).toFile(), Map.of(heads, config.heads(), "text_len", config.textLength()));
    }

    void tokenizer(String file, int pieces) throws IOException {
      RandomTokenizer.write(place(file), pieces);
      written.accept(folder.resolve(file));
    }

    private Path place(String file) throws IOException {
      var path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      return path;
    }

    private Tensor values(String name, long[] shape, long from, long count) {
      if (name.endsWith("bias")) {
        return Ops.zeros(count);
      }
      if (shape.length == 1 || name.endsWith("gamma")) {
        return Ops.ones(count);
      }
      long start = Math.floorMod(name.hashCode() + 31 * from, pool.count());
      var parts = new ArrayList<Tensor>();
      for (long left = count; left > 0; ) {
        long some = Math.min(left, pool.count() - start);
        parts.add(pool.narrow(0, start, some));
        left -= some;
        start = 0;
      }
      return Ops.cat(parts, 0).mul(deviation(name, shape));
    }

    /** So that what comes out of a layer is about as large as what goes in. */
    private static double deviation(String name, long[] shape) {
      double in = (double) WanPlan.count(shape) / shape[0];
      if (name.startsWith("token_embedding")) {
        return 1;
      }
      return name.endsWith("attn.q.weight") ? 1 / Math.sqrt(64 * in) : 1 / Math.sqrt(in);
    }
  }
}
