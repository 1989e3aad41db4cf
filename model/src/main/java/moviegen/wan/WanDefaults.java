package moviegen.wan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What the owners recommend for a checkpoint of theirs.
 *
 * @param name of the checkpoint
 * @param width of a frame
 * @param height of a frame
 * @param frames of a film
 * @param fps frames a second
 * @param shift by how much more of the steps are near the noise
 * @param negative what a film is led away from, in the owners' Chinese
 */
public record WanDefaults(
    String name,
    int width,
    int height,
    int frames,
    int fps,
    int steps,
    double guidance,
    double shift,
    String negative) {

  /** Those for a transformer of this shape; a size that nobody published takes the smallest's. */
  public static WanDefaults of(WanConfig config) {
    try (var file = WanDefaults.class.getResourceAsStream("defaults.json")) {
      var all = new JsonMapper().readTree(Objects.requireNonNull(file));
      var models = all.path("models");
      var model =
          StreamSupport.stream(models.spliterator(), false)
              .filter(entry -> entry.path("token").asInt() == config.width())
              .findFirst()
              .orElse(models.path(0));
      return parse(model, all.path("negative").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WanDefaults parse(JsonNode model, String negative) {
    return new WanDefaults(
        model.path("name").asText(),
        model.path("width").asInt(),
        model.path("height").asInt(),
        model.path("frames").asInt(),
        model.path("fps").asInt(),
        model.path("steps").asInt(),
        model.path("guidance").asDouble(),
        model.path("shift").asDouble(),
        negative);
  }
}
