package moviegen.serve;

import java.util.Optional;
import java.util.Set;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
import moviegen.generate.Defaults;
import moviegen.generate.FilmRecipe;
import moviegen.generate.FilmRequest;
import moviegen.generate.FrameSize;
import moviegen.generate.ImageRequest;
import moviegen.generate.Request;
import moviegen.generate.SoundWish;
import moviegen.provenance.Recipe;
import moviegen.queue.FilmMaker;
import moviegen.queue.Job;
import moviegen.queue.NewJob;

/** What is asked for, and who is to make it. */
record Order(Request request, Cast cast, int priority) {
  static final String FILM = FilmMaker.FILM;
  static final String IMAGE = FilmMaker.IMAGE;

  private static final double THEIR_SECONDS = 4;
  private static final long SEED = 1;
  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "prompt",
          "negative",
          "aspect",
          "size",
          "seconds",
          "fps",
          "steps",
          "guidance",
          "seed",
          "silent",
          "audio_prompt",
          "music",
          "cast",
          "priority");

  /** Reads our own form. */
  static Order own(Fields fields, Casts casts) {
    fields.requireOnly(FIELDS);
    String kind = fields.text("kind").orElse(FILM);
    if (fields.text("aspect").isPresent() && fields.text("size").isPresent()) {
      throw Refusal.wrong(
          "size", "aspect and size both say how large a frame is; give one of them.");
    }
    var cast = casts.named("cast", fields.text("cast"));
    var usual = casts.usual(cast);
    var size =
        fields
            .text("size")
            .map(FrameSize::parse)
            .or(() -> fields.text("aspect").map(Aspect::parse).map(a -> Buckets.of(cast, a)))
            .orElse(usual.size());
    var request =
        switch (kind) {
          case FILM -> film(fields, "negative", usual, size, usual.seconds());
          case IMAGE -> image(fields, "negative", usual, size);
          default ->
              throw Refusal.wrong(
                  "kind", "A kind is film or image, got \"%s\".".formatted(Text.cut(kind, 40)));
        };
    return new Order(casts.fitted(cast, request), cast, fields.small("priority", 0));
  }

  /** Reads OpenAI's form of a film. */
  static Order video(Fields fields, Casts casts) {
    var cast = casts.named("model", fields.text("model"));
    var size = Buckets.nearest(cast, fields.text("size"));
    var request = film(fields, "negative_prompt", casts.usual(cast), size, THEIR_SECONDS);
    return new Order(casts.fitted(cast, request), cast, 0);
  }

  /** Reads OpenAI's form of a picture. */
  static Order picture(Fields fields, Casts casts) {
    var cast = casts.named("model", fields.text("model"));
    var size = Buckets.nearest(cast, fields.text("size"));
    var request = image(fields, "negative_prompt", casts.usual(cast), size);
    return new Order(casts.fitted(cast, request), cast, 0);
  }

  private static Request film(
      Fields fields, String negative, Defaults usual, FrameSize size, double seconds) {
    return new FilmRequest(
        fields.prompt(),
        fields.text(negative).orElse(usual.negative()),
        fields.number("seconds", seconds),
        fields.small("fps", usual.fps()),
        size,
        fields.small("steps", usual.steps()),
        fields.number("guidance", usual.guidance()),
        fields.whole("seed", SEED),
        sound(fields));
  }

  private static SoundWish sound(Fields fields) {
    return new SoundWish(
        fields.flag("silent").orElse(false), fields.text("audio_prompt"), fields.flag("music"));
  }

  private static Request image(Fields fields, String negative, Defaults usual, FrameSize size) {
    return new ImageRequest(
        fields.prompt(),
        fields.text(negative).orElse(usual.negative()),
        size,
        fields.small("steps", usual.steps()),
        fields.number("guidance", usual.guidance()),
        fields.whole("seed", SEED));
  }

  /** The order that a job was made of. */
  static Order of(Job job, Casts casts) {
    return new Order(request(job), casts.named("cast", Optional.of(job.cast())), job.priority());
  }

  static Request request(Job job) {
    return FilmRecipe.request(Recipe.parse(job.request()));
  }

  Order withSeed(long seed) {
    return new Order(
        switch (request) {
          case FilmRequest film -> film.withSeed(seed);
          case ImageRequest image -> image.withSeed(seed);
        },
        cast,
        priority);
  }

  /** The same with another prompt. */
  Order withPrompt(String prompt) {
    return new Order(
        FilmRecipe.request(FilmRecipe.of(request).with("prompt", prompt)), cast, priority);
  }

  NewJob job() {
    return NewJob.of(request instanceof ImageRequest ? IMAGE : FILM, FilmRecipe.of(request).json())
        .withTitle(request.prompt())
        .withCast(cast.name())
        .withPriority(priority);
  }
}
