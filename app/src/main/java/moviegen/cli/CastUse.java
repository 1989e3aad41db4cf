package moviegen.cli;

import java.util.List;
import java.util.Optional;
import moviegen.generate.Cast;
import moviegen.generate.Defaults;
import moviegen.generate.OwnCast;
import moviegen.generate.Profile;
import moviegen.generate.WanCast;
import moviegen.generate.WanOptions;
import picocli.CommandLine.Option;

/** How a cast is used: public weights, or one of this program's own. */
final class CastUse {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "cpu: 256x256, 17 frames, 10 steps; distilled: 4 steps, no guidance.")
  List<Profile> profiles = List.of();

  @Option(
      names = "--lora",
      paramLabel = "FILE[:S]",
      description = "A LoRA and its strength, such as a.safetensors:0.8; repeatable.")
  List<String> loras = List.of();

  @Option(names = "--int8", description = "Multiply in 8 bits: faster, less memory, less exact.")
  boolean eightBit;

  @Option(
      names = "--step-cache",
      paramLabel = "T",
      defaultValue = "0",
      description = "Skip steps whose input moved less than T, such as 0.1.")
  double stepCache;

  @Option(
      names = "--shift",
      paramLabel = "S",
      description = "How much more of the steps are near the noise.")
  Optional<Double> shift = Optional.empty();

  @Option(
      names = "--without",
      paramLabel = "TOWER",
      description = "Show one text tower (text, clip, bytes) nothing, to see what it is good for.")
  Optional<String> without = Optional.empty();

  /** The cast, used as asked. */
  Cast apply(Cast cast) {
    return switch (cast) {
      case WanCast wan -> {
        if (without.isPresent()) {
          throw new IllegalArgumentException(
              "--without is for casts of this program's own; \"%s\" holds public weights."
                  .formatted(wan.name()));
        }
        yield wan.with(WanOptions.parse(loras, eightBit, stepCache, shift));
      }
      case OwnCast own -> {
        if (!profiles.isEmpty()
            || !loras.isEmpty()
            || eightBit
            || stepCache > 0
            || shift.isPresent()) {
          throw new IllegalArgumentException(
              "--profile, --lora, --int8, --step-cache and --shift are for casts of public weights;"
                  + " \"%s\" is one of this program's own.".formatted(own.name()));
        }
        yield without.map(own::without).orElse(own);
      }
    };
  }

  /** What a request leaves open. */
  Defaults defaults(Cast cast) {
    var defaults = cast.defaults();
    for (Profile profile : profiles) {
      defaults = profile.of(defaults);
    }
    return defaults;
  }
}
