package moviegen.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.AudioTransformer;
import moviegen.audio.AudioTransformerConfig;
import moviegen.audio.Ear;
import moviegen.audio.EarConfig;
import moviegen.audio.SightConfig;
import moviegen.audio.SoundConfig;
import moviegen.audio.SoundFit;
import moviegen.audio.SoundFitConfig;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.checkpoint.Sha256;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipImageTower;
import moviegen.clip.ClipTextTower;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.text.ByteTokens;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TransformerConfig;

/** A whole cast of untrained networks, as small as can be. */
public final class MiniatureCast {
  private static final List<String> PIECES =
      List.of("[UNK]", "[EOS]", "a", "red", "blue", "ball", "bounces", "fps", "16", "-");

  /** Latents of a window of sound: one second. */
  private static final int LONGEST = 25;

  private static final JsonMapper JSON = new JsonMapper();

  private MiniatureCast() {}

  /** Writes a cast that makes silent films into a folder and opens it. */
  public static Cast write(Path folder) {
    return write(folder, false);
  }

  /** Writes a cast that makes sound, too. */
  public static Cast writeWithSound(Path folder) {
    return write(folder, true);
  }

  /** Writes a cast with the paper's three text towers, to each of which its film listens. */
  public static Cast writeWithTowers(Path folder) {
    write(folder, false);
    var index = folder.resolve("cast.json").toFile();
    try (var _ = Scope.open()) {
      var parts = new LinkedHashMap<String, Object>();
      network(folder, parts, "clip", ClipConfig.miniature(PIECES.size()), MiniatureCast::clip);
      network(folder, parts, "bytes", T5Config.miniature(ByteTokens.VOCABULARY), T5Encoder::new);
      network(
          folder,
          parts,
          "transformer",
          TransformerConfig.MINIATURE.withTextTowers(
              TransformerConfig.PAPER_TOWERS, List.of(32, 32, 32)),
          MiniatureCast::awake);
      var cast = JSON.readTree(index);
      cast.withObject("/parts").setAll((ObjectNode) JSON.valueToTree(parts));
      JSON.writeValue(index, cast);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Cast.open(folder);
  }

  private static Cast write(Path folder, boolean sound) {
    var parts = new LinkedHashMap<String, Object>();
    try (var _ = Scope.open()) {
      Ops.manualSeed(1);
      network(
          folder,
          parts,
          "autoencoder",
          AutoencoderConfig.MINIATURE,
          (params, config) -> new Autoencoder(params, config, DType.FLOAT32));
      network(folder, parts, "text", T5Config.miniature(PIECES.size()), T5Encoder::new);
      network(folder, parts, "transformer", TransformerConfig.MINIATURE, MovieTransformer::new);
      if (sound) {
        sound(folder, parts);
      }
      tokenizer(folder.resolve("tokenizer.json"));
      parts.put("tokenizer", entry(folder.resolve("tokenizer.json")));
      JSON.writeValue(
          folder.resolve("cast.json").toFile(), Map.of("name", "miniature", "parts", parts));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Cast.open(folder);
  }

  private static void sound(Path folder, Map<String, Object> parts) throws IOException {
    var codec = AudioCodecConfig.MINIATURE;
    var clip = ClipConfig.miniature(PIECES.size());
    var sight = SightConfig.of(clip.embedding(), clip.grid());
    var transformer =
        AudioTransformerConfig.MINIATURE
            .withWidths(sight.width(), T5Config.miniature(PIECES.size()).width())
            .withLatentChannels(codec.latentChannels());
    network(
        folder,
        parts,
        "codec",
        codec,
        (params, config) -> new AudioCodec(params, config, DType.FLOAT32));
    network(folder, parts, "clip", clip, MiniatureCast::towers);
    network(
        folder,
        parts,
        "sound",
        new SoundConfig(transformer, sight, LONGEST),
        (params, config) -> new AudioTransformer(params, config.transformer()));
    network(
        folder,
        parts,
        "sync",
        SoundFitConfig.miniature(codec.latentChannels(), sight),
        SoundFit::new);
    var ear =
        new EarConfig(
            codec.sampleRate(),
            256,
            16,
            2,
            List.of("impact", "wind"),
            List.of("major", "minor"),
            List.of("slow", "easy", "fast"));
    network(folder, parts, "ear", ear, MiniatureCast::ear);
  }

  /** The tables that it listens by are made anew and in no file. */
  private static Object ear(Params params, EarConfig config) {
    var ear = new Ear(params, config);
    params.at(Ear.LEVELS).drop("transform");
    params.at(Ear.LEVELS).drop("bands");
    return ear;
  }

  private static Object towers(Params params, ClipConfig config) {
    return List.of(
        new ClipImageTower(params.at("image"), config),
        new ClipTextTower(params.at("text"), config),
        Linear.biased(params.at("where"), config.image().width(), 1));
  }

  private static Object clip(Params params, ClipConfig config) {
    return List.of(
        new ClipTextTower(params.at("text"), config),
        new ClipImageTower(params.at("image"), config));
  }

  /** A transformer that a text makes a difference to, as a learned one. */
  private static Object awake(Params params, TransformerConfig config) {
    var model = new MovieTransformer(params, config);
    params
        .asMap()
        .values()
        .forEach(tensor -> tensor.detach().add_(Ops.randn(tensor.shape()).mul(0.1)));
    return model;
  }

  private static <C> void network(
      Path folder,
      Map<String, Object> parts,
      String name,
      C config,
      BiFunction<Params, C, Object> model)
      throws IOException {
    try (var params = Params.random()) {
      var _ = model.apply(params, config);
      var file = folder.resolve(name + ".safetensors");
      SafetensorsWriter.write(
          file,
          params.asMap(),
          Map.of("moviegen.part", name, "moviegen.config", JSON.writeValueAsString(config)));
      parts.put(name, entry(file));
    }
  }

  static Map<String, Object> entry(Path file) throws IOException {
    return Map.of(
        "file", file.getFileName().toString(),
        "sha256", Sha256.of(file),
        "size", Files.size(file),
        "license", "Apache-2.0");
  }

  private static void tokenizer(Path file) throws IOException {
    var ids = new LinkedHashMap<String, Integer>();
    PIECES.forEach(piece -> ids.put(piece, ids.size()));
    JSON.writeValue(
        file.toFile(),
        Map.of(
            "version", "1.0",
            "pre_tokenizer", Map.of("type", "BertPreTokenizer"),
            "model", Map.of("type", "WordLevel", "unk_token", "[UNK]", "vocab", ids)));
  }
}
