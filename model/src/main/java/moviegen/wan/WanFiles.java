package moviegen.wan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import moviegen.checkpoint.Checkpoint;
import moviegen.text.T5Keys;
import moviegen.wan.WanPart.Kind;
import moviegen.wan.WanPart.Layout;

/**
 * The files of a folder and what they are.
 *
 * @param parts models of the family
 * @param others safetensors files of something else
 * @param tokenizers files called tokenizer.json
 * @param pickles files that stay closed
 */
record WanFiles(List<WanPart> parts, List<Path> others, List<Path> tokenizers, List<Path> pickles) {
  private static final int DEPTH = 4;
  private static final int MOST = 10_000;
  private static final String INDEX = ".safetensors.index.json";
  private static final String FILE = ".safetensors";
  private static final String PREFIX = "model.diffusion_model.";
  private static final String TOKENS = "spiece_model";
  private static final Pattern SHARD = Pattern.compile(".*-\\d{5}-of-\\d{5}\\.safetensors");
  private static final List<String> PICKLES = List.of(".pth", ".pt", ".bin", ".ckpt");

  static WanFiles of(Path folder) {
    var all = list(folder);
    var parts = new ArrayList<WanPart>();
    var others = new ArrayList<Path>();
    var sharded = new HashSet<Path>();
    for (Path index : select(all, name -> name.endsWith(INDEX))) {
      sharded.addAll(read(index, parts, others));
    }
    for (Path file : select(all, name -> name.endsWith(FILE))) {
      if (sharded.contains(file)) {
        continue;
      }
      if (SHARD.matcher(file.toString()).matches()) {
        throw new IllegalArgumentException(
            "%s is one of several shards, and no index *%s beside it names it."
                .formatted(file, INDEX));
      }
      read(file, parts, others);
    }
    return new WanFiles(
        parts,
        others,
        select(all, "tokenizer.json"::equals),
        select(all, name -> PICKLES.stream().anyMatch(name::endsWith)));
  }

  private static List<Path> list(Path folder) {
    try (var files = Files.walk(folder, DEPTH)) {
      return files.limit(MOST).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("%s cannot be listed: %s".formatted(folder, e), e);
    }
  }

  private static List<Path> select(List<Path> files, Predicate<String> name) {
    return files.stream().filter(file -> name.test(String.valueOf(file.getFileName()))).toList();
  }

  private static List<Path> read(Path file, List<WanPart> parts, List<Path> others) {
    try (var checkpoint = Checkpoint.open(file)) {
      part(checkpoint).ifPresentOrElse(parts::add, () -> others.add(file));
      return checkpoint.files();
    }
  }

  /** What a checkpoint is, by the names that only it has. */
  static Optional<WanPart> part(Checkpoint checkpoint) {
    var names = checkpoint.names();
    boolean prefixed = names.contains(PREFIX + "patch_embedding.weight");
    if (prefixed || names.contains("patch_embedding.weight")) {
      var keys = WanKeys.of(names);
      var layout =
          keys == WanKeys.DIFFUSERS
              ? Layout.DIFFUSERS
              : prefixed ? Layout.REPACKAGED : Layout.ORIGINAL;
      return Optional.of(WanPart.of(checkpoint, Kind.TRANSFORMER, layout, keys));
    }
    if (names.contains("decoder.conv1.weight") && names.contains("conv2.weight")) {
      var keys =
          WanAutoencoderKeys.original(
              WanShapes.autoencoder(checkpoint, "conv2", "encoder.conv1", "decoder.head.2"));
      return Optional.of(WanPart.of(checkpoint, Kind.AUTOENCODER, Layout.ORIGINAL, keys));
    }
    if (names.contains("decoder.conv_in.weight") && names.contains("post_quant_conv.weight")) {
      var keys =
          WanAutoencoderKeys.diffusers(
              WanShapes.autoencoder(
                  checkpoint, "post_quant_conv", "encoder.conv_in", "decoder.conv_out"));
      return Optional.of(WanPart.of(checkpoint, Kind.AUTOENCODER, Layout.DIFFUSERS, keys));
    }
    return text(checkpoint);
  }

  private static Optional<WanPart> text(Checkpoint checkpoint) {
    var names = checkpoint.names();
    if (names.contains("token_embedding.weight")) {
      return Optional.of(WanPart.of(checkpoint, Kind.TEXT_ENCODER, Layout.ORIGINAL, T5Keys.WAN));
    }
    if (names.contains("encoder.final_layer_norm.weight")) {
      var layout = names.contains(TOKENS) ? Layout.REPACKAGED : Layout.DIFFUSERS;
      var keys = T5Keys.HUGGING_FACE.drop(TOKENS);
      return Optional.of(WanPart.of(checkpoint, Kind.TEXT_ENCODER, layout, keys));
    }
    return Optional.empty();
  }
}
