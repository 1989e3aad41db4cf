package moviegen.serve;

import io.javalin.http.Context;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import moviegen.queue.Job;
import moviegen.queue.JobState;
import moviegen.queue.Outputs;

/** The files of a job, whole or in part. */
final class Media {
  private static final String FOREVER = "private, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.of("mp4", "video/mp4", "png", "image/png", "gif", "image/gif");

  private final Outputs outputs;
  private final Stills stills;

  Media(Outputs outputs, Uploads scratch) {
    this.outputs = outputs;
    stills = new Stills(outputs, scratch);
  }

  /** Where the film or picture itself is. */
  static String mainKey(Job job) {
    if (job.state() != JobState.COMPLETED || job.outputs().isEmpty()) {
      throw new Refusal(
          409,
          "not_ready",
          switch (job.state()) {
            case QUEUED, RUNNING, COMPLETED ->
                "It is not made yet; its state is %s.".formatted(job.state().label());
            case FAILED -> "There is none: %s".formatted(job.error().orElse("it has failed."));
            case CANCELED -> "There is none: it was canceled.";
          });
    }
    return job.key(
        job.outputs().stream()
            .filter(name -> name.endsWith(".mp4"))
            .findFirst()
            .orElse(job.outputs().getFirst()));
  }

  /** The film or picture itself. */
  void content(Context context, Job job) {
    send(context, job, mainKey(job), FOREVER);
  }

  void poster(Context context, Job job) {
    String key = mainKey(job);
    send(context, job, key.endsWith(".mp4") ? stills.poster(job, key) : key, FOREVER);
  }

  void gif(Context context, Job job) {
    send(context, job, stills.gif(job, film(job)), FOREVER);
  }

  /** Eight pictures of a film beside each other. */
  void sheet(Context context, Job job) {
    send(context, job, stills.sheet(job, film(job)), FOREVER);
  }

  private static String film(Job job) {
    String key = mainKey(job);
    if (!key.endsWith(".mp4")) {
      throw new Refusal(404, "not_found", "A picture has no film.");
    }
    return key;
  }

  /** The newest look at what is being made. */
  void preview(Context context, Job job) {
    if (outputs.size(job.previewKey()).isEmpty()) {
      throw new Refusal(404, "not_found", "There is no preview of this job now.");
    }
    send(context, job, job.previewKey(), "no-store");
  }

  private void send(Context context, Job job, String key, String cache) {
    long size = outputs.size(key).orElseThrow(Media::gone);
    String ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String tag = "\"%s-%s\"".formatted(job.id(), key.substring(key.indexOf('/') + 1));
    context.header("Accept-Ranges", "bytes");
    context.header("Cache-Control", cache);
    if (!cache.equals("no-store")) {
      context.header("ETag", tag);
      if (tag.equals(context.header("If-None-Match"))) {
        context.status(304);
        return;
      }
    }
    if (Listing.flag(context, "download")) {
      context.header(
          "Content-Disposition",
          "attachment; filename=\"moviegen-%s.%s\"".formatted(job.id(), ending));
    }
    var header =
        Optional.ofNullable(context.header("Range"))
            .filter(
                _ -> Optional.ofNullable(context.header("If-Range")).map(tag::equals).orElse(true));
    context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
    var range = range(context, header, size);
    range.ifPresent(
        part ->
            context
                .status(206)
                .header(
                    "Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size)));
    var all = range.orElse(new Range(0, size - 1));
    context.header("Content-Length", Long.toString(all.length()));
    if (!context.method().name().equals("HEAD")) {
      context.result(open(key, all));
    }
  }

  private InputStream open(String key, Range range) {
    try {
      return outputs.open(key, range.first(), range.length());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        throw gone();
      }
      throw e;
    }
  }

  private static Refusal gone() {
    return new Refusal(404, "not_found", "The file is gone.");
  }

  private static Optional<Range> range(Context context, Optional<String> header, long size) {
    try {
      return Range.parse(header, size);
    } catch (Refusal e) {
      context.header("Content-Range", "bytes */" + size);
      throw e;
    }
  }
}
