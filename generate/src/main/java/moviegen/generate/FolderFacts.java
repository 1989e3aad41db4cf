package moviegen.generate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moviegen.tensor.DType;
import moviegen.wan.WanDefaults;
import moviegen.wan.WanFolder;
import moviegen.wan.WanPart;
import moviegen.wan.WanPart.Kind;

/** What a folder of public weights is, which parts are there, and what they will need. */
public final class FolderFacts {
  private FolderFacts() {}

  /** Whether a folder is about public weights at all. */
  public static boolean canTell(Path folder) {
    return WanFolder.isOne(folder);
  }

  /** By name, in the order in which one reads them; reads no weight. */
  public static Map<String, Object> of(Path folder) {
    var found = WanFolder.open(folder);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("folder", folder.toString());
    facts.put("is", title(found));
    for (Kind kind : Kind.values()) {
      found.part(kind).ifPresent(part -> facts.put(name(kind), part(found, part)));
    }
    found.tokenizer().ifPresent(file -> facts.put("tokenizer", folder.relativize(file).toString()));
    if (!found.pickles().isEmpty()) {
      facts.put("not_opened", names(folder, found.pickles()));
    }
    if (!found.others().isEmpty()) {
      facts.put("not_known", names(folder, found.others()));
    }
    var wrong = wrong(found);
    if (!found.missing().isEmpty()) {
      facts.put("missing", String.join(", ", found.missing()));
    }
    wrong.ifPresentOrElse(
        sentence -> facts.put("problem", sentence), () -> facts.put("needs", needs(folder)));
    return facts;
  }

  private static String title(WanFolder found) {
    return found
        .transformer()
        .map(_ -> WanDefaults.of(found.transformerConfig()))
        .map(
            owners ->
                owners.width() > 0 && isPublished(found)
                    ? "a cast of the Wan family, %s".formatted(owners.name())
                    : "a cast of the Wan family, of a size that was not published")
        .orElse("parts of a cast of the Wan family");
  }

  private static boolean isPublished(WanFolder found) {
    int width = found.transformerConfig().width();
    return width == 1536 || width == 3072 || width == 5120;
  }

  private static String name(Kind kind) {
    return kind.toString().replace(' ', '_');
  }

  private static Map<String, Object> part(WanFolder found, WanPart part) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("file", found.path().relativize(part.path()).toString());
    if (part.files().size() > 1) {
      facts.put("shards", part.files().size());
    }
    facts.put("layout", part.layout().toString());
    facts.put(
        "types", part.dtypes().stream().map(DType::toString).collect(Collectors.joining(", ")));
    facts.put("parameters", part.parameters());
    facts.put("bytes", part.bytes());
    facts.put("shape", shape(found, part.kind()));
    return facts;
  }

  private static String shape(WanFolder found, Kind kind) {
    return switch (kind) {
      case TRANSFORMER -> {
        var config = found.transformerConfig();
        yield "%d layers of width %d, %d heads, feed-forward %d, %d channels"
            .formatted(
                config.depth(),
                config.width(),
                config.heads(),
                config.hidden(),
                config.inChannels());
      }
      case AUTOENCODER -> {
        var config = found.autoencoderConfig();
        yield "%d×%d×%d smaller, %d channels, width %d"
            .formatted(
                config.temporalFactor(),
                config.spatialFactor(),
                config.spatialFactor(),
                config.latentChannels(),
                config.decoderWidth());
      }
      case TEXT_ENCODER -> {
        var config = found.textConfig();
        yield "%d layers of width %d, %d heads, %,d pieces"
            .formatted(config.depth(), config.width(), config.heads(), config.vocabulary());
      }
    };
  }

  private static Optional<String> wrong(WanFolder found) {
    try {
      var _ = found.complete();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> names(Path folder, List<Path> files) {
    return files.stream().map(file -> folder.relativize(file).toString()).toList();
  }

  /** The owners' own film, and a small one. */
  private static Map<String, Object> needs(Path folder) {
    var facts = new LinkedHashMap<String, Object>();
    var cast = WanCast.open(folder);
    var defaults = cast.defaults();
    var small = Profile.CPU.of(defaults);
    for (var each : List.of(defaults, small)) {
      var film = each.film("a film");
      var plan = new WanForecast(cast).plan(film);
      facts.put(
          "%s, %d frames, %d steps".formatted(film.size(), film.frames(), film.steps()),
          "%.1f GB of memory, about %s"
              .formatted(plan.peakBytes() / 1e9, FilmPlan.time(plan.totalSeconds())));
    }
    return facts;
  }
}
