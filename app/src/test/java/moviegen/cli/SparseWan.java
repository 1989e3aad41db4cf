package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.text.T5Config;
import moviegen.wan.Published;
import moviegen.wan.WanAutoencoderConfig;
import moviegen.wan.WanConfig;

/**
 * A folder of the real size of public weights: what the files say of themselves is all there, their
 * gigabytes are holes that take no disk.
 */
record SparseWan(Path folder) {
  static final int PIECES = T5Config.UMT5_XXL.vocabulary();
  static final String INDEX = "diffusion_pytorch_model.safetensors.index.json";
  static final String FIRST = "diffusion_pytorch_model-00001-of-00002.safetensors";
  static final String SECOND = "diffusion_pytorch_model-00002-of-00002.safetensors";
  static final String TEXT = "models_t5_umt5-xxl-enc-bf16.safetensors";
  static final String VAE = "Wan2.1_VAE.safetensors";
  private static final int BYTES = 2;

  /** All parts, the transformer in two shards. */
  static SparseWan write(Path folder, String preset) throws IOException {
    var wan = new SparseWan(folder);
    var transformer = Published.transformer(WanConfig.preset(preset));
    wan.shard(FIRST, transformer, true);
    wan.shard(SECOND, transformer, false);
    wan.index(transformer);
    wan.file(TEXT, Published.text(T5Config.UMT5_XXL));
    wan.file(VAE, Published.autoencoder(WanAutoencoderConfig.WAN_2_1));
    wan.tokenizer(PIECES);
    return wan;
  }

  private static boolean isFirst(String name) {
    return name.compareTo("blocks.2") < 0;
  }

  private void shard(String file, Map<String, long[]> shapes, boolean first) throws IOException {
    var some = new LinkedHashMap<>(shapes);
    some.keySet().removeIf(name -> isFirst(name) != first);
    file(file, some);
  }

  private void index(Map<String, long[]> shapes) throws IOException {
    var shards = new LinkedHashMap<String, String>();
    shapes.keySet().forEach(name -> shards.put(name, isFirst(name) ? FIRST : SECOND));
    new JsonMapper().writeValue(folder.resolve(INDEX).toFile(), Map.of("weight_map", shards));
  }

  /** Writes a safetensors file of zeros in bfloat16. */
  void file(String file, Map<String, long[]> shapes) throws IOException {
    var header = new LinkedHashMap<String, Object>();
    long at = 0;
    for (var tensor : shapes.entrySet()) {
      long end = at + BYTES * Arrays.stream(tensor.getValue()).reduce(1, Math::multiplyExact);
      header.put(
          tensor.getKey(),
          Map.of(
              "dtype", "BF16", "shape", tensor.getValue(), "data_offsets", new long[] {at, end}));
      at = end;
    }
    byte[] json = new JsonMapper().writeValueAsBytes(header);
    try (var out = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
      var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.write(length.putLong(json.length).array());
      out.write(json);
      out.setLength(Long.BYTES + json.length + at);
    }
  }

  void tokenizer(int pieces) throws IOException {
    var text = new StringBuilder("{\"model\":{\"type\":\"Unigram\",\"vocab\":[");
    for (int i = 0; i < pieces; i++) {
      text.append(i == 0 ? "" : ",").append("[\"piece").append(i).append("\",-12.5]");
    }
    Files.writeString(folder.resolve("tokenizer.json"), text.append("]}}"), UTF_8);
  }
}
