package moviegen.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
import moviegen.generate.Defaults;
import moviegen.generate.Request;
import moviegen.generate.Studio;
import moviegen.generate.Words;

/** The casts of a studio; the first is used where a request names none. */
final class Casts {
  /** What OpenAI's clients call their models; here they mean the first cast. */
  private static final Pattern THEIRS = Pattern.compile("(sora|gpt-image|dall-e|chatgpt-image)-.*");

  private final boolean here;
  private final Optional<Integer> steps;
  private final Map<String, Cast> byName = new LinkedHashMap<>();
  private final Map<String, Optional<Words>> words = new ConcurrentHashMap<>();

  /** Those of a studio; what they cannot make is known where films are made on this machine. */
  Casts(StudioSettings settings) {
    here = settings.worker();
    steps = settings.steps();
    settings.casts().stream().map(Cast::named).forEach(cast -> byName.put(cast.name(), cast));
  }

  /** What an order leaves open. */
  Defaults usual(Cast cast) {
    var usual = cast.defaults();
    return new Defaults(
        usual.size(),
        usual.seconds(),
        usual.fps(),
        steps.orElse(usual.steps()),
        usual.guidance(),
        usual.negative());
  }

  List<Cast> all() {
    return List.copyOf(byName.values());
  }

  Cast first() {
    return byName.values().iterator().next();
  }

  /** The cast that a request names, if it names one. */
  Cast named(String field, Optional<String> name) {
    return name.filter(text -> !THEIRS.matcher(text).matches())
        .map(
            text ->
                Stream.ofNullable(byName.get(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.wrong(
                                field,
                                "There is no cast \"%s\" here; there is %s."
                                    .formatted(
                                        Text.cut(text, 40), String.join(", ", byName.keySet())))))
        .orElseGet(this::first);
  }

  /** The nearest request that a cast can make. */
  Request fitted(Cast cast, Request request) {
    var fitted = Studio.fit(cast, request);
    if (here) {
      Studio.check(cast, fitted);
    }
    return fitted;
  }

  /** The words that a cast draws, if it lists them. */
  Optional<Words> words(Cast cast) {
    return words.computeIfAbsent(
        cast.name(), _ -> cast.find("words").map(_ -> Words.read(cast.part("words").file())));
  }

  /** A cast as the API shows it. */
  static Map<String, Object> json(Cast cast) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", cast.name());
    json.put("makes", List.of("film", "image"));
    json.put(
        "sizes",
        Stream.of(Aspect.values())
            .map(
                aspect ->
                    Map.of(
                        "aspect", aspect.ratio(),
                        "width", Buckets.of(cast, aspect).width(),
                        "height", Buckets.of(cast, aspect).height()))
            .toList());
    json.put("fps", List.of(16, 24));
    json.put("longest_seconds", 16);
    json.put(
        "parts",
        cast.parts().values().stream()
            .map(
                part ->
                    Map.of(
                        "name", part.name(),
                        "sha256", part.sha256(),
                        "bytes", part.size(),
                        "license", part.license()))
            .toList());
    return json;
  }
}
