package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import moviegen.generate.FilmRecipe;
import moviegen.generate.Understanding;

/** What can be drawn, and how long it takes. */
record CastRoutes(Desk desk, Forecasts forecasts) {
  private static final int LONGEST_PROMPT = 2_000;

  void add(RoutesConfig routes) {
    routes
        .get(
            "/api/casts",
            context ->
                Desk.answer(
                    context,
                    200,
                    Map.of("casts", desk.casts().all().stream().map(Casts::json).toList())))
        .get("/api/words", this::words)
        .post("/api/prompts/check", this::check)
        .post("/api/forecast", this::forecast);
  }

  private void words(Context context) {
    var cast = desk.casts().named("cast", Listing.text(context, "cast"));
    var attributes = new ArrayList<Map<String, Object>>();
    desk.casts()
        .words(cast)
        .ifPresent(
            words ->
                words
                    .known()
                    .forEach(
                        (name, values) ->
                            attributes.add(Map.of("name", name, "values", values(values)))));
    Desk.answer(context, 200, Map.of("cast", cast.name(), "attributes", attributes));
  }

  private static List<Map<String, Object>> values(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .map(entry -> Map.<String, Object>of("value", entry.getKey(), "words", entry.getValue()))
        .toList();
  }

  private void check(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      fields.requireOnly(Set.of("prompt", "cast"));
      String prompt = fields.prompt();
      int length = prompt.codePointCount(0, prompt.length());
      if (length > LONGEST_PROMPT) {
        throw Refusal.wrong(
            "prompt",
            "The prompt may have at most %,d characters, got %,d."
                .formatted(LONGEST_PROMPT, length));
      }
      var understanding =
          desk.casts()
              .words(desk.casts().named("cast", fields.text("cast")))
              .map(words -> words.of(prompt))
              .orElse(new Understanding(List.of(), List.of()));
      Desk.answer(
          context,
          200,
          Map.of(
              "understood",
              understanding.understood().stream()
                  .map(
                      drawn ->
                          Map.of(
                              "word", drawn.word(),
                              "attribute", drawn.meaning().attribute(),
                              "value", drawn.meaning().value()))
                  .toList(),
              "unknown",
              understanding.unknown().stream().map(word -> unknown(prompt, word)).toList()));
    }
  }

  private static Map<String, Object> unknown(String prompt, Understanding.Unknown unknown) {
    var json = new LinkedHashMap<String, Object>();
    json.put("word", unknown.word());
    unknown.nearest().ifPresent(near -> json.put("nearest", near));
    json.put("places", places(prompt, unknown.word()));
    return json;
  }

  /** Where a word stands in a prompt, however it is written there. */
  private static List<Map<String, Integer>> places(String prompt, String word) {
    boolean quoted = word.length() > 2 && word.startsWith("\"");
    String letters = quoted ? word.substring(1, word.length() - 1) : word;
    String letter = quoted ? "[\"“”]\\s*" : "[\\p{L}\\p{N}]";
    String pattern =
        quoted
            ? letter + Pattern.quote(letters) + "\\s*[\"“”]"
            : "(?<!" + letter + ")" + Pattern.quote(letters) + "(?!" + letter + ")";
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(prompt)
        .results()
        .map(match -> Map.of("start", match.start(), "end", match.end()))
        .toList();
  }

  private void forecast(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      var order = Order.own(fields, desk.casts());
      Desk.answer(
          context,
          200,
          Map.of(
              "seconds", forecasts.seconds(order),
              "wait_seconds", forecasts.untilIdle(),
              "request", FilmRecipe.of(order.request()).values()));
    }
  }
}
