package moviegen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job as the database has it.
 *
 * @param id sorts by age
 * @param kind name of the {@link JobKind} that handles it
 * @param request what is to be made, as the kind's own JSON
 * @param priority a higher one goes first; equal ones go by age
 * @param stage what is being done, in the handler's words; empty before it starts
 * @param progress 0 to 1
 * @param left the time the rest is expected to take, while it runs
 * @param attempt how often it was started
 * @param fence raised by every claim
 * @param error one sentence, where it has failed
 * @param outputs names of its files, once it is completed; {@link #key} finds them
 * @param cast name of the cast that is to make it
 * @param parent the job that this one varies, edits or goes on from
 * @param canceling whether it was canceled and its worker has yet to stop
 * @param bytes size of its files
 */
public record Job(
    String id,
    String kind,
    String request,
    JobState state,
    int priority,
    String stage,
    double progress,
    Optional<Duration> left,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> completed,
    int attempt,
    long fence,
    Optional<String> error,
    List<String> outputs,
    String cast,
    Optional<String> parent,
    boolean favorite,
    boolean deleted,
    boolean canceling,
    long bytes) {
  public Job {
    outputs = List.copyOf(outputs);
  }

  /**
   * Where {@link Outputs} has one of the job's files: each claim writes into a place of its own.
   */
  public String key(String name) {
    return id + "/" + fence + "/" + name;
  }

  /** Where {@link Outputs} has the newest preview, if there is one. */
  public String previewKey() {
    return key(Work.PREVIEW);
  }
}
