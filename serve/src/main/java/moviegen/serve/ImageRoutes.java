package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import moviegen.queue.Job;
import moviegen.queue.JobState;

/** Pictures as OpenAI's image API has them: the answer waits for them. */
record ImageRoutes(Desk desk) {
  private static final int MOST = 10;

  void add(RoutesConfig routes) {
    routes.post("/v1/images/generations", this::generate);
  }

  private void generate(Context context) throws IOException {
    try (var fields = Fields.read(context, desk.uploads())) {
      int count = fields.small("n", 1);
      if (count < 1 || count > MOST) {
        throw Refusal.wrong("n", "n is 1 to %d, got %d.".formatted(MOST, count));
      }
      String format = fields.text("response_format").orElse("b64_json");
      require(fields, "response_format", List.of("b64_json", "url"));
      require(fields, "output_format", List.of("png"));
      var first = Order.picture(fields, desk.casts());
      long seed = first.request().seed();
      var orders = IntStream.range(0, count).mapToObj(i -> first.withSeed(seed + i).job()).toList();
      var done = Patience.until(desk, desk.jobs().submit(orders));
      var data = done.stream().map(job -> picture(context, job, format)).toList();
      var json = new LinkedHashMap<String, Object>();
      json.put("created", done.getFirst().created().getEpochSecond());
      json.put("output_format", "png");
      json.put("data", data);
      Desk.answer(context, 200, json);
    }
  }

  private static void require(Fields fields, String name, List<String> values) {
    fields
        .text(name)
        .filter(value -> !values.contains(value))
        .ifPresent(
            value -> {
              throw Refusal.wrong(
                  name,
                  "%s is %s, got \"%s\"."
                      .formatted(name, String.join(" or ", values), Text.cut(value, 40)));
            });
  }

  private Map<String, String> picture(Context context, Job job, String format) {
    if (job.state() != JobState.COMPLETED) {
      throw new Refusal(
          job.state() == JobState.CANCELED ? 409 : 500,
          job.state().label(),
          job.error().orElse("It was canceled."));
    }
    return format.equals("url")
        ? Map.of(
            "url", context.scheme() + "://" + context.host() + "/api/jobs/" + job.id() + "/content")
        : Map.of("b64_json", Base64.getEncoder().encodeToString(bytes(job)));
  }

  private byte[] bytes(Job job) {
    try (InputStream in = desk.jobs().outputs().open(Media.mainKey(job))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
