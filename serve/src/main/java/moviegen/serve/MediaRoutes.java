package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import moviegen.provenance.Provenance;
import moviegen.provenance.Recipe;
import moviegen.queue.Job;

/** The files of jobs, and the recipe that they carry. */
record MediaRoutes(Desk desk, Media media) {
  void add(RoutesConfig routes) {
    routes
        .get("/api/jobs/{id}/content", this::content)
        .head("/api/jobs/{id}/content", this::content)
        .get("/api/jobs/{id}/poster", context -> media.poster(context, desk.job(context)))
        .get("/api/jobs/{id}/gif", context -> media.gif(context, desk.job(context)))
        .get("/api/jobs/{id}/preview", context -> media.preview(context, desk.job(context)))
        .get("/api/jobs/{id}/recipe", this::recipe);
  }

  private void content(Context context) {
    media.content(context, desk.job(context));
  }

  private void recipe(Context context) {
    Desk.answer(context, 200, read(desk.job(context)));
  }

  private Map<String, Object> read(Job job) {
    String key = Media.mainKey(job);
    try {
      var copy = desk.uploads().fresh(key.substring(key.lastIndexOf('.')));
      try (var in = desk.jobs().outputs().open(key)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return Provenance.of(copy)
            .map(Recipe::values)
            .orElseThrow(() -> new Refusal(404, "not_found", "The file carries no recipe."));
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
