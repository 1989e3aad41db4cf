package moviegen.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a job has come.
 *
 * @param stage what is being done: load, text, sample, decode or write; empty before
 * @param progress 0 to 1, by time
 * @param left the time the rest is expected to take
 * @param error why it failed
 */
public record JobStatus(
    String id,
    JobState state,
    String stage,
    double progress,
    Optional<Duration> left,
    Optional<String> error) {
  static JobStatus of(JsonNode job) {
    return parse(job, job.path("id").asText());
  }

  static JobStatus ofEvent(JsonNode event) {
    return parse(event, event.path("job").asText());
  }

  private static JobStatus parse(JsonNode json, String id) {
    var left = json.path("seconds_left");
    return new JobStatus(
        id,
        JobState.parse(json.path("state").asText()),
        json.path("stage").asText(""),
        json.path("progress").asDouble(),
        left.isNumber()
            ? Optional.of(Duration.ofMillis(Math.round(1000 * left.asDouble())))
            : Optional.empty(),
        Optional.of(json.path("error").asText("")).filter(text -> !text.isEmpty()));
  }
}
