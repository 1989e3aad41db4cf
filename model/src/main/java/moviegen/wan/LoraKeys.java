package moviegen.wan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import moviegen.checkpoint.KeyMap;

/** The names that the trainers of LoRAs give to their tensors. */
final class LoraKeys {
  /** What a tensor is to the weight that it changes. */
  enum Role {
    DOWN,
    UP,
    ALPHA,
    WEIGHT,
    BIAS,
    TABLE
  }

  /**
   * A tensor's place.
   *
   * @param ours our name of the weight that it changes
   */
  record Place(String ours, Role role) {}

  private record Ending(Pattern pattern, Role role, String weight) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending(ending("lora_(?:down|A)(?:\\.default)?\\.weight"), Role.DOWN, ".weight"),
          new Ending(ending("lora_(?:up|B)(?:\\.default)?\\.weight"), Role.UP, ".weight"),
          new Ending(ending("alpha"), Role.ALPHA, ".weight"),
          new Ending(ending("diff"), Role.WEIGHT, ".weight"),
          new Ending(ending("diff_b"), Role.BIAS, ".bias"),
          new Ending(ending("diff_m"), Role.TABLE, ".modulation"));

  /** Kohya's trainer writes every dot as an underscore. */
  private static final KeyMap KOHYA =
      KeyMap.IDENTITY
          .rename("^lora_(?:unet|transformer)_", "")
          .rename("^blocks_(\\d+)_", "blocks.$1.")
          .rename("\\.(self_attn|cross_attn|attn1|attn2)_", ".$1.")
          .rename("\\.to_out_0", ".to_out.0")
          .rename("\\.ffn_net_0_proj", ".ffn.net.0.proj")
          .rename("\\.ffn_net_2", ".ffn.net.2")
          .rename("\\.ffn_(\\d)", ".ffn.$1")
          .rename("^(text_embedding|time_embedding|time_projection)_(\\d)", "$1.$2")
          .rename("^head_head", "head.head")
          .rename("^condition_embedder_(text_embedder|time_embedder)_", "condition_embedder.$1.")
          .rename("^condition_embedder_time_proj", "condition_embedder.time_proj");

  private static final KeyMap BARE =
      KeyMap.IDENTITY.rename(
          "^(?:base_model\\.model\\.|model\\.diffusion_model\\.|diffusion_model\\.|transformer\\.)+",
          "");

  private LoraKeys() {}

  private static Pattern ending(String regex) {
    return Pattern.compile("\\." + regex + "$");
  }

  /** Where a tensor of a LoRA belongs; none if it is no part of one. */
  static Optional<Place> place(String name) {
    for (Ending ending : ENDINGS) {
      var match = ending.pattern().matcher(name);
      if (match.find()) {
        String module = module(name.substring(0, match.start()));
        return Optional.of(new Place(ours(module + ending.weight()), ending.role()));
      }
    }
    return Optional.empty();
  }

  private static String module(String name) {
    var map = name.startsWith("lora_") ? KOHYA : BARE;
    return map.apply(name).orElse(name);
  }

  private static String ours(String name) {
    boolean diffusers =
        Pattern.compile("\\.attn[12]\\.|\\.ffn\\.net\\.|^condition_embedder\\.|^proj_out\\.")
            .matcher(name)
            .find();
    return (diffusers ? WanKeys.DIFFUSERS : WanKeys.ORIGINAL).apply(name).orElse(name);
  }
}
