package moviegen.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.provenance.Recipe;

/** A request as the recipe that its film carries, and back. */
public final class FilmRecipe {
  private FilmRecipe() {}

  /** All that is needed to make this film once more. */
  public static Recipe of(Request request, Cast cast, String version) {
    var recipe = of(request).with("cast", cast.name());
    for (var setting : cast.settings().entrySet()) {
      recipe = recipe.with(setting.getKey(), setting.getValue());
    }
    if (request instanceof FilmRequest film && !film.sound().silent() && SoundRoom.isIn(cast)) {
      recipe = recipe.with("sound", SoundRequest.of(film.sound(), film.seed()).facts());
    }
    return recipe.with("weights", cast.hashes()).with("version", version);
  }

  /** What was asked for, whoever makes it. */
  public static Recipe of(Request request) {
    var values = new LinkedHashMap<String, Object>();
    values.put("kind", request instanceof ImageRequest ? "image" : "film");
    values.put("prompt", request.prompt());
    values.put("negative", request.negative());
    values.put("seed", request.seed());
    values.put("width", request.size().width());
    values.put("height", request.size().height());
    values.put("frames", request.frames());
    values.put("fps", request.fps());
    if (request instanceof FilmRequest film) {
      values.put("seconds", film.seconds());
      put(film.sound(), values);
    }
    values.put("steps", request.steps());
    values.put("guidance", request.guidance());
    return new Recipe(values);
  }

  /**
   * The request that a recipe was written for.
   *
   * @throws IllegalArgumentException where a value is missing or beyond its limits
   */
  public static Request request(Recipe recipe) {
    var size = new FrameSize(whole(recipe, "width"), whole(recipe, "height"));
    String prompt = recipe.text("prompt");
    String negative = recipe.text("negative");
    int steps = whole(recipe, "steps");
    double guidance = recipe.decimal("guidance");
    long seed = recipe.integer("seed");
    return switch (recipe.text("kind")) {
      case "image" -> new ImageRequest(prompt, negative, size, steps, guidance, seed);
      case "film" ->
          new FilmRequest(
              prompt,
              negative,
              recipe.decimal("seconds"),
              whole(recipe, "fps"),
              size,
              steps,
              guidance,
              seed,
              sound(recipe));
      case String kind ->
          throw new IllegalArgumentException(
              "The recipe's kind is film or image, got \"%s\".".formatted(kind));
    };
  }

  /** Only what is not as the film would have it. */
  private static void put(SoundWish wish, Map<String, Object> values) {
    if (wish.silent()) {
      values.put("silent", true);
    }
    wish.prompt().ifPresent(prompt -> values.put("audio_prompt", prompt));
    wish.music().ifPresent(music -> values.put("music", music));
  }

  private static SoundWish sound(Recipe recipe) {
    return new SoundWish(
        recipe.find("silent").map(Boolean.TRUE::equals).orElse(false),
        recipe.find("audio_prompt").map(_ -> recipe.text("audio_prompt")),
        recipe.find("music").map(Boolean.TRUE::equals));
  }

  private static int whole(Recipe recipe, String name) {
    long value = recipe.integer(name);
    Limits.require(
        value == (int) value, "The recipe's %s is beyond every limit, got %d.", name, value);
    return (int) value;
  }
}
