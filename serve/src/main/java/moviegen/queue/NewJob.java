package moviegen.queue;

import java.util.Optional;

/**
 * A job to be queued.
 *
 * @param kind name of a {@link JobKind}
 * @param request the kind's own JSON
 * @param title the words that a search finds it by
 * @param cast name of the cast
 * @param parent the job it comes from
 * @param priority 0 is usual
 */
public record NewJob(
    String kind, String request, String title, String cast, Optional<String> parent, int priority) {
  private static final int LONGEST_REQUEST = 100_000;

  public NewJob {
    if (request.length() > LONGEST_REQUEST) {
      throw new IllegalArgumentException(
          "A request may have at most %,d characters, got %,d."
              .formatted(LONGEST_REQUEST, request.length()));
    }
    if (priority < -100 || priority > 100) {
      throw new IllegalArgumentException("A priority is -100 to 100, got " + priority + ".");
    }
  }

  public static NewJob of(String kind, String request) {
    return new NewJob(kind, request, "", "", Optional.empty(), 0);
  }

  public NewJob withTitle(String words) {
    return new NewJob(kind, request, words, cast, parent, priority);
  }

  public NewJob withCast(String name) {
    return new NewJob(kind, request, title, name, parent, priority);
  }

  public NewJob withParent(String job) {
    return new NewJob(kind, request, title, cast, Optional.of(job), priority);
  }

  public NewJob withPriority(int rank) {
    return new NewJob(kind, request, title, cast, parent, rank);
  }
}
