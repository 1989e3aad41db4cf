package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.queue.Job;
import moviegen.queue.JobFilter;

/** Films as OpenAI's video API has them. */
record VideoRoutes(Desk desk, Media media) {
  void add(RoutesConfig routes) {
    routes
        .post("/v1/videos", this::create)
        .get("/v1/videos", this::list)
        .post("/v1/videos/edits", context -> change(context, "edit films"))
        .post("/v1/videos/extensions", context -> change(context, "go on from films"))
        .post("/v1/videos/characters", this::createCharacter)
        .get(
            "/v1/videos/characters/{id}",
            context -> {
              throw Refusal.missing("character", context.pathParam("id"));
            })
        .get("/v1/videos/{id}", context -> answer(context, desk.film(context)))
        .delete("/v1/videos/{id}", this::delete)
        .get("/v1/videos/{id}/content", this::content)
        .head("/v1/videos/{id}/content", this::content)
        .post("/v1/videos/{id}/remix", this::remix);
  }

  private void create(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      var order = Order.video(fields, desk.casts());
      fields.upload("input_reference").ifPresent(Uploads::requirePicture);
      boolean reference =
          fields.upload("input_reference").isPresent()
              || fields.text("input_reference[image_url]").isPresent()
              || fields.text("input_reference[file_id]").isPresent();
      if (reference) {
        throw Refusal.unable(
            "input_reference",
            "The cast \"%s\" makes films from words alone; it cannot start from a picture."
                .formatted(order.cast().name()));
      }
      answer(context, desk.jobs().submit(order.job()));
    }
  }

  private void list(Context context) {
    int limit = Listing.limit(context);
    var page =
        desk.jobs()
            .page(
                JobFilter.ALL.ofKind(Order.FILM),
                Listing.after(context),
                limit,
                Listing.newestFirst(context));
    var json = new LinkedHashMap<String, Object>();
    json.put("object", "list");
    json.put("data", page.jobs().stream().map(Answers::video).toList());
    if (!page.jobs().isEmpty()) {
      json.put("first_id", page.jobs().getFirst().id());
      json.put("last_id", page.jobs().getLast().id());
    }
    json.put("has_more", page.more());
    Desk.answer(context, 200, json);
  }

  private void delete(Context context) {
    var job = desk.film(context);
    desk.jobs().delete(job.id());
    Desk.answer(context, 200, Map.of("id", job.id(), "object", "video.deleted", "deleted", true));
  }

  private void content(Context context) {
    var job = desk.film(context);
    String variant = Listing.text(context, "variant").orElse("video");
    switch (variant) {
      case "video" -> media.content(context, job);
      case "thumbnail" -> media.poster(context, job);
      case "spritesheet" -> media.sheet(context, job);
      default ->
          throw Refusal.wrong(
              "variant",
              "A variant is video, thumbnail or spritesheet, got \"%s\"."
                  .formatted(Text.cut(variant, 40)));
    }
  }

  private void remix(Context context) throws IOException {
    var job = desk.film(context);
    try (var fields = Fields.read(context, desk.uploads())) {
      var order = Order.of(job, desk.casts()).withPrompt(fields.prompt());
      answer(context, desk.jobs().submit(order.job().withParent(job.id())));
    }
  }

  /** What no cast can do yet, refused after the request was found to be right. */
  private void change(Context context, String what) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      var cast = desk.casts().first();
      requirePrompt(fields);
      fields.upload("video").ifPresent(Uploads::requireFilm);
      var id = fields.text("video[id]");
      if (fields.upload("video").isEmpty() && id.isEmpty()) {
        throw Refusal.wrong("video", "video is a film's file or the id of one of ours.");
      }
      id.ifPresent(this::requireFilm);
      throw Refusal.unable("video", "The cast \"%s\" cannot %s.".formatted(cast.name(), what));
    }
  }

  private void requireFilm(String id) {
    boolean there =
        id.matches("[0-9a-z]{22}")
            && desk.jobs().find(id).filter(job -> job.kind().equals(Order.FILM)).isPresent();
    if (!there) {
      throw Refusal.missing("video", id);
    }
  }

  private static void requirePrompt(Fields fields) {
    if (fields.prompt().isBlank()) {
      throw Refusal.wrong(
          "prompt", "The prompt is empty; say in a few words what the film is to show.");
    }
  }

  private void createCharacter(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      if (fields.text("name").filter(name -> name.length() <= 80).isEmpty()) {
        throw Refusal.wrong("name", "A character has a name of at most 80 characters.");
      }
      fields
          .upload("video")
          .ifPresentOrElse(
              Uploads::requireFilm,
              () -> {
                throw Refusal.wrong("video", "A character is learned from a film's file.");
              });
      throw Refusal.unable(
          "video",
          "The cast \"%s\" cannot learn a character.".formatted(desk.casts().first().name()));
    }
  }

  private static void answer(Context context, Job job) {
    Desk.answer(context, 200, Answers.video(job));
  }
}
