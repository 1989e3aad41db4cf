package moviegen.serve;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import moviegen.queue.EventFeed;
import moviegen.queue.Job;
import moviegen.queue.Jobs;

/** What all routes work with. */
record Desk(Jobs jobs, EventFeed feed, Casts casts, Uploads uploads) {
  private static final Pattern ID = Pattern.compile("[0-9a-z]{22}");

  /** The job in the path, deleted or not. */
  Job anyJob(Context context) {
    String id = context.pathParam("id");
    if (!ID.matcher(id).matches()) {
      throw Refusal.missing("job", id);
    }
    return jobs.find(id).orElseThrow(() -> Refusal.missing("job", id));
  }

  /** The job in the path. */
  Job job(Context context) {
    var job = anyJob(context);
    if (job.deleted()) {
      throw Refusal.missing("job", job.id());
    }
    return job;
  }

  /** The film in the path. */
  Job film(Context context) {
    var job = job(context);
    if (!job.kind().equals(Order.FILM)) {
      throw Refusal.missing("video", job.id());
    }
    return job;
  }

  static void answer(Context context, int status, Object json) {
    context.status(status).result(Json.bytes(json)).contentType("application/json");
  }
}
