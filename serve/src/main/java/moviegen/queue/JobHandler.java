package moviegen.queue;

/** Does the jobs of one kind; called on the worker's thread. */
@FunctionalInterface
public interface JobHandler {
  /**
   * Does a job; its files are put into {@code work}. What it throws makes the job fail with the
   * exception's first line: an {@link IllegalArgumentException} for a wrong request, and a {@link
   * java.util.concurrent.CancellationException} where it was told to stop.
   */
  void run(Job job, Work work);
}
