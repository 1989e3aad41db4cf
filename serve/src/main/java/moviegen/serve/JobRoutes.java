package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moviegen.queue.Job;
import moviegen.queue.JobFilter;
import moviegen.queue.JobState;

/** Everything that is made or to be made: the gallery and the queue. */
record JobRoutes(Desk desk, Forecasts forecasts) {
  private static final int MOST_AGAIN = 16;

  void add(RoutesConfig routes) {
    routes
        .post("/api/jobs", this::create)
        .get("/api/jobs", this::list)
        .get("/api/jobs/{id}", context -> answer(context, desk.anyJob(context)))
        .delete("/api/jobs/{id}", context -> change(context, desk.jobs()::delete))
        .post("/api/jobs/{id}/undelete", context -> change(context, desk.jobs()::restore))
        .post("/api/jobs/{id}/cancel", context -> change(context, desk.jobs()::cancel))
        .put("/api/jobs/{id}/favorite", context -> favorite(context, true))
        .delete("/api/jobs/{id}/favorite", context -> favorite(context, false))
        .post("/api/jobs/{id}/again", this::again)
        .get("/api/queue", this::queue);
  }

  private void create(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      var job = desk.jobs().submit(Order.own(fields, desk.casts()).job());
      context.header("Location", "/api/jobs/" + job.id());
      Desk.answer(context, 201, Answers.job(job));
    }
  }

  private void list(Context context) {
    var filter =
        new JobFilter(
            kinds(context),
            states(context),
            Listing.flag(context, "favorite"),
            Listing.flag(context, "deleted"),
            Listing.text(context, "search").orElse(""));
    var page =
        desk.jobs()
            .page(
                filter,
                Listing.after(context),
                Listing.limit(context),
                Listing.newestFirst(context));
    Desk.answer(
        context,
        200,
        Map.of("jobs", page.jobs().stream().map(Answers::job).toList(), "has_more", page.more()));
  }

  private static List<String> kinds(Context context) {
    var kind = Listing.text(context, "kind");
    kind.filter(text -> !Set.of(Order.FILM, Order.IMAGE).contains(text))
        .ifPresent(
            text -> {
              throw Refusal.wrong(
                  "kind", "A kind is film or image, got \"%s\".".formatted(Text.cut(text, 40)));
            });
    return kind.stream().toList();
  }

  private static Set<JobState> states(Context context) {
    return Listing.text(context, "state").stream()
        .flatMap(text -> Arrays.stream(text.split(",", 10)))
        .map(JobRoutes::state)
        .collect(Collectors.toSet());
  }

  private static JobState state(String text) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.label().equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.wrong(
                    "state",
                    "A state is one of %s, got \"%s\"."
                        .formatted(
                            Arrays.stream(JobState.values())
                                .map(JobState::label)
                                .collect(Collectors.joining(", ")),
                            Text.cut(text, 40))));
  }

  /** Changes a job by its id. */
  private interface Change {
    Optional<Job> of(String id);
  }

  private void change(Context context, Change change) {
    var job = desk.anyJob(context);
    change.of(job.id());
    answer(context, desk.anyJob(context));
  }

  private void favorite(Context context, boolean favorite) {
    var job = desk.job(context);
    desk.jobs().favorite(job.id(), favorite);
    answer(context, desk.anyJob(context));
  }

  private void again(Context context) throws IOException {
    var job = desk.job(context);
    boolean bare = context.req().getContentLengthLong() <= 0 && context.contentType() == null;
    try (var fields = bare ? Fields.json(new byte[0]) : Fields.read(context, desk.uploads())) {
      fields.requireOnly(Set.of("seed", "count"));
      var order = Order.of(job, desk.casts());
      int count = fields.small("count", 1);
      if (count < 1 || count > MOST_AGAIN) {
        throw Refusal.wrong("count", "A count is 1 to %d, got %d.".formatted(MOST_AGAIN, count));
      }
      long seed = fields.whole("seed", order.request().seed());
      var jobs =
          desk.jobs()
              .submit(
                  IntStream.range(0, count)
                      .mapToObj(i -> order.withSeed(seed + i).job().withParent(job.id()))
                      .toList());
      Desk.answer(context, 201, Map.of("jobs", jobs.stream().map(Answers::job).toList()));
    }
  }

  private void queue(Context context) {
    var counts = desk.jobs().counts();
    Desk.answer(
        context,
        200,
        Map.of(
            "queued", counts.getOrDefault(JobState.QUEUED, 0L),
            "running", counts.getOrDefault(JobState.RUNNING, 0L),
            "seconds_left", forecasts.untilIdle()));
  }

  private static void answer(Context context, Job job) {
    Desk.answer(context, 200, Answers.job(job));
  }
}
