package moviegen.serve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.generate.FilmRequest;
import moviegen.generate.Request;
import moviegen.provenance.Recipe;
import moviegen.queue.Job;
import moviegen.queue.JobEvent;
import moviegen.queue.JobState;

/** Jobs as the API shows them: in OpenAI's words, and in ours. */
final class Answers {
  private Answers() {}

  /** A film as OpenAI's video API shows it; one that was canceled has failed there. */
  static Map<String, Object> video(Job job) {
    var request = Order.request(job);
    var json = new LinkedHashMap<String, Object>();
    json.put("id", job.id());
    json.put("object", "video");
    json.put("model", job.cast());
    json.put("status", status(job.state()));
    json.put("progress", percent(job));
    json.put("created_at", job.created().getEpochSecond());
    if (job.state() == JobState.COMPLETED) {
      job.completed().ifPresent(time -> json.put("completed_at", time.getEpochSecond()));
    }
    json.put("prompt", request.prompt());
    json.put("size", request.size().toString());
    json.put("seconds", seconds(request));
    job.parent().ifPresent(id -> json.put("remixed_from_video_id", id));
    switch (job.state()) {
      case FAILED -> json.put("error", error("failed", job.error().orElse("It has failed.")));
      case CANCELED -> json.put("error", error("canceled", "It was canceled."));
      case QUEUED, RUNNING, COMPLETED -> {}
    }
    return json;
  }

  private static Map<String, String> error(String code, String message) {
    return Map.of("code", code, "message", message);
  }

  private static String status(JobState state) {
    return switch (state) {
      case QUEUED -> "queued";
      case RUNNING -> "in_progress";
      case COMPLETED -> "completed";
      case FAILED, CANCELED -> "failed";
    };
  }

  private static int percent(Job job) {
    return (int) Math.floor(100 * job.progress());
  }

  private static String seconds(Request request) {
    double seconds = request instanceof FilmRequest film ? film.seconds() : 0;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  /** A job as we show it. */
  static Map<String, Object> job(Job job) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", job.id());
    json.put("kind", job.kind());
    json.put("state", job.state().label());
    json.put("stage", job.stage());
    json.put("progress", job.progress());
    job.left().ifPresent(left -> json.put("seconds_left", seconds(left)));
    json.put("canceling", job.canceling() && !job.state().isFinal());
    json.put("priority", job.priority());
    json.put("attempt", job.attempt());
    json.put("created_at", job.created().toString());
    job.started().ifPresent(time -> json.put("started_at", time.toString()));
    job.completed().ifPresent(time -> json.put("completed_at", time.toString()));
    job.error().ifPresent(sentence -> json.put("error", sentence));
    json.put("favorite", job.favorite());
    json.put("deleted", job.deleted());
    json.put("cast", job.cast());
    job.parent().ifPresent(id -> json.put("parent", id));
    json.put("bytes", job.bytes());
    json.put("request", Recipe.parse(job.request()).values());
    json.put("links", links(job));
    return json;
  }

  private static Map<String, String> links(Job job) {
    var base = "/api/jobs/" + job.id();
    var links = new LinkedHashMap<String, String>();
    links.put("events", base + "/events");
    if (job.state() == JobState.RUNNING) {
      links.put("preview", base + "/preview");
    }
    if (job.state() == JobState.COMPLETED) {
      links.put("content", base + "/content");
      links.put("poster", base + "/poster");
      links.put("recipe", base + "/recipe");
      if (job.kind().equals(Order.FILM)) {
        links.put("gif", base + "/gif");
      }
    }
    return links;
  }

  /** The data of a server-sent event. */
  static Map<String, Object> event(JobEvent event) {
    var json = new LinkedHashMap<String, Object>();
    json.put("job", event.job());
    json.put("type", event.type().label());
    json.put("at", event.at().toString());
    json.put("state", event.state().label());
    json.put("stage", event.stage());
    json.put("progress", event.progress());
    event.left().ifPresent(left -> json.put("seconds_left", seconds(left)));
    return json;
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
