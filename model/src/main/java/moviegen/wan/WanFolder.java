package moviegen.wan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moviegen.checkpoint.Checkpoint;
import moviegen.text.T5Config;
import moviegen.text.T5Keys;
import moviegen.text.Tokenizer;
import moviegen.wan.WanPart.Kind;

/**
 * A folder of the family's weights as it comes from a hub, known by its tensors' names and shapes;
 * opening it reads no weight.
 *
 * @param pickles files that are not opened, as opening them can run what they hold
 * @param others safetensors files of something else
 */
public record WanFolder(
    Path path,
    Optional<WanPart> transformer,
    Optional<WanPart> autoencoder,
    Optional<WanPart> text,
    Optional<Path> tokenizer,
    List<Path> pickles,
    List<Path> others) {
  private static final Map<Kind, String> INSTEAD =
      Map.of(
          Kind.TRANSFORMER,
          "the folder transformer of Wan-AI/Wan2.1-T2V-1.3B-Diffusers or wan2.1_t2v_1.3B_fp16"
              + ".safetensors of Comfy-Org/Wan_2.1_ComfyUI_repackaged",
          Kind.AUTOENCODER,
          "the folder vae of Wan-AI/Wan2.1-T2V-1.3B-Diffusers or wan_2.1_vae.safetensors of"
              + " Comfy-Org/Wan_2.1_ComfyUI_repackaged",
          Kind.TEXT_ENCODER,
          "the folder text_encoder of Wan-AI/Wan2.2-TI2V-5B-Diffusers or umt5_xxl_fp16.safetensors"
              + " of Comfy-Org/Wan_2.1_ComfyUI_repackaged");

  public WanFolder {
    pickles = List.copyOf(pickles);
    others = List.copyOf(others);
  }

  /** Whether a folder holds any weights that this could be about. */
  public static boolean isOne(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    var files = WanFiles.of(folder);
    return !files.parts().isEmpty() || !files.pickles().isEmpty();
  }

  /** Whether a file holds a transformer of the family. */
  public static boolean isTransformer(Path file) {
    try (var checkpoint = Checkpoint.open(file)) {
      return WanFiles.part(checkpoint).filter(p -> p.kind() == Kind.TRANSFORMER).isPresent();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * Looks at a folder.
   *
   * @throws IllegalArgumentException where a file is broken or there are two of a kind
   */
  public static WanFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder %s.".formatted(folder));
    }
    var files = WanFiles.of(folder);
    return new WanFolder(
        folder,
        only(folder, files, Kind.TRANSFORMER),
        only(folder, files, Kind.AUTOENCODER),
        only(folder, files, Kind.TEXT_ENCODER),
        files.tokenizers().stream().findFirst(),
        files.pickles(),
        files.others());
  }

  private static Optional<WanPart> only(Path folder, WanFiles files, Kind kind) {
    var found = files.parts().stream().filter(part -> part.kind() == kind).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "%s holds %d of the kind %s (%s); keep one of them."
              .formatted(
                  folder,
                  found.size(),
                  kind,
                  found.stream()
                      .map(part -> folder.relativize(part.path()).toString())
                      .collect(Collectors.joining(", "))));
    }
    return found.stream().findFirst();
  }

  /** What is needed for a film and not there. */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    for (Kind kind : Kind.values()) {
      if (part(kind).isEmpty()) {
        missing.add(kind.toString());
      }
    }
    if (tokenizer.isEmpty()) {
      missing.add("tokenizer");
    }
    return missing;
  }

  public Optional<WanPart> part(Kind kind) {
    return switch (kind) {
      case TRANSFORMER -> transformer;
      case AUTOENCODER -> autoencoder;
      case TEXT_ENCODER -> text;
    };
  }

  /**
   * This folder, once every part was found to be there and to fit the others.
   *
   * @throws IllegalArgumentException that names what is missing, unexpected or of another shape
   */
  public WanFolder complete() {
    for (Kind kind : Kind.values()) {
      if (part(kind).isEmpty()) {
        throw new IllegalArgumentException(absent(kind));
      }
    }
    if (tokenizer.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no tokenizer.json; it is in the folder tokenizer of Wan-AI/Wan2.1-T2V-1.3B-Diffusers"
                  .formatted(path)
              + " and in google/umt5-xxl.");
    }
    transformer.orElseThrow().check(Published.transformer(transformerConfig()), WanKeys.ORIGINAL);
    autoencoder
        .orElseThrow()
        .check(
            Published.autoencoder(autoencoderConfig()),
            WanAutoencoderKeys.original(autoencoderConfig()));
    text.orElseThrow().check(Published.text(textConfig()), T5Keys.WAN);
    checkFit();
    return this;
  }

  private String absent(Kind kind) {
    return pickles.stream()
        .filter(file -> holds(file, kind))
        .findFirst()
        .map(
            file ->
                "%s is a pickle, which can run code when it is opened, so it stays closed; take %s."
                    .formatted(file, INSTEAD.get(kind)))
        .orElseGet(() -> "%s has no %s; take %s.".formatted(path, kind, INSTEAD.get(kind)));
  }

  /** What a pickle is called for. */
  private static boolean holds(Path file, Kind kind) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return switch (kind) {
      case TEXT_ENCODER -> name.contains("t5");
      case AUTOENCODER -> name.contains("vae");
      case TRANSFORMER -> !name.contains("t5") && !name.contains("vae");
    };
  }

  private void checkFit() {
    var config = transformerConfig();
    require(
        config.textWidth() == textConfig().width(),
        "The transformer in %s reads text of width %d, the text encoder writes %d.",
        path,
        config.textWidth(),
        textConfig().width());
    require(
        config.outChannels() == autoencoderConfig().latentChannels(),
        "The transformer in %s makes latents of %d channels, the autoencoder decodes %d.",
        path,
        config.outChannels(),
        autoencoderConfig().latentChannels());
    require(
        config.inChannels() == config.outChannels(),
        "The transformer in %s takes %d channels beside the latents, which text alone cannot fill.",
        path,
        config.inChannels() - config.outChannels());
    int pieces = Tokenizer.count(tokenizer.orElseThrow());
    int rows = textConfig().vocabulary();
    require(
        pieces <= rows && pieces >= rows * 0.9,
        "The tokenizer %s has %,d pieces, the text encoder reads %,d.",
        tokenizer.orElseThrow(),
        pieces,
        rows);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void require(boolean holds, String sentence, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.formatted(values));
    }
  }

  public WanConfig transformerConfig() {
    return WanShapes.transformer(transformer.orElseThrow());
  }

  public WanAutoencoderConfig autoencoderConfig() {
    return WanShapes.autoencoder(autoencoder.orElseThrow());
  }

  public T5Config textConfig() {
    return WanShapes.text(text.orElseThrow());
  }
}
