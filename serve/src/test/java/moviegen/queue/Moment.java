package moviegen.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** Where a worker stands in a job when it is killed: it says so, and waits for it. */
enum Moment {
  STARTED,
  FIRST_STEP,
  PREVIEWED,
  HALFWAY,
  KEEPING,
  KEPT,
  PUTTING,
  PUT_ONE,
  PUT_ALL,
  CANCELED;

  static final JobKind KIND = new JobKind("moment", Moment::run);
  static final String HERE = "here";

  NewJob job() {
    return NewJob.of("moment", name());
  }

  private static void run(Job job, Work work) {
    var moment = valueOf(job.request());
    moment.reached(STARTED, job);
    work.progress("first", 0.1, Duration.ofSeconds(1));
    moment.reached(FIRST_STEP, job);
    work.preview(new byte[100]);
    moment.reached(PREVIEWED, job);
    work.progress("second", 0.5, Duration.ofSeconds(1));
    moment.reached(HALFWAY, job);
    moment.reached(CANCELED, job);
    work.cancel().check();
    keep(moment, job, work);
    work.outputs().put(job.key("film.mp4"), new Slow(moment, job));
    work.put("film.mp4", new byte[1_000]);
    moment.reached(PUT_ONE, job);
    work.put("poster.png", new byte[500]);
    moment.reached(PUT_ALL, job);
  }

  private static void keep(Moment moment, Job job, Work work) {
    try {
      var half = work.folder().resolve("latents.part");
      Files.write(half, new byte[10]);
      moment.reached(KEEPING, job);
      Files.move(half, work.folder().resolve("latents"));
      moment.reached(KEPT, job);
    } catch (java.nio.file.FileAlreadyExistsException _) {
      // An earlier attempt has kept them.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reached(Moment moment, Job job) {
    if (this == moment && job.fence() == 1) {
      System.out.println(HERE);
      try {
        Thread.sleep(Duration.ofMinutes(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A file that is being written when the moment comes. */
  private static final class Slow extends InputStream {
    private final Moment moment;
    private final Job job;
    private int left = 1_000;

    Slow(Moment moment, Job job) {
      this.moment = moment;
      this.job = job;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left < 1_000) {
        moment.reached(PUTTING, job);
      }
      int count = Math.min(left, Math.min(length, 400));
      left -= count;
      return count > 0 ? count : -1;
    }
  }
}
