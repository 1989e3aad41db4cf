package moviegen.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Jobs as workers see them. A claim takes the first job in line and raises its fence; all that is
 * said of the job afterwards counts only with that fence, so that a worker that was taken for dead
 * and comes back can change nothing. Times are the database's.
 */
public final class Leases {
  private static final Duration EVENTS_KEPT = Duration.ofHours(1);
  private static final String MINE = " where id = :id and fence = :fence and state = 'running' ";

  private final Database database;
  private final Dialect dialect;
  private final Pace pace;

  public Leases(Database database, Pace pace) {
    this.database = database;
    this.pace = pace;
    dialect = database.dialect();
  }

  Pace pace() {
    return pace;
  }

  /** Takes the first job in line that can be done by one of these kinds. */
  public Optional<Job> claim(String worker, List<JobKind> kinds) {
    String sql = "select 1 from jobs where state = 'queued' and %s limit 1".formatted(able(kinds));
    boolean waits =
        database.read(
            handle ->
                bind(handle.createQuery(sql), kinds).mapTo(Integer.class).findOne().isPresent());
    return waits ? database.write(handle -> claim(handle, worker, kinds)) : Optional.empty();
  }

  private Optional<Job> claim(Handle handle, String worker, List<JobKind> kinds) {
    String sql =
        """
        update jobs set state = 'running', worker = :worker, fence = fence + 1,
          attempt = attempt + 1, lease = %1$s + :lease, started = coalesce(started, %1$s),
          stage = '', progress = 0, millis_left = null
        where id = (select id from jobs where state = 'queued' and %2$s
          order by priority desc, id limit 1 %3$s)
        returning *
        """
            .formatted(dialect.now(), able(kinds), dialect.skipLocked());
    return record(
        handle,
        bind(handle.createQuery(sql), kinds)
            .bind("worker", worker)
            .bind("lease", pace.lease().toMillis()),
        JobEvent.Type.STARTED);
  }

  /** What holds of the jobs that one of these kinds can do. */
  private static String able(List<JobKind> kinds) {
    return IntStream.range(0, kinds.size())
        .mapToObj(
            i ->
                kinds.get(i).casts().isEmpty()
                    ? "kind = :kind" + i
                    : "kind = :kind%1$d and cast_name in (<casts%1$d>)".formatted(i))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  private static Query bind(Query query, List<JobKind> kinds) {
    for (int i = 0; i < kinds.size(); i++) {
      query.bind("kind" + i, kinds.get(i).name());
      if (!kinds.get(i).casts().isEmpty()) {
        query.bindList("casts" + i, List.copyOf(kinds.get(i).casts()));
      }
    }
    return query;
  }

  /** Says that the worker lives; empty where the job is no longer its own. */
  public Optional<Job> heartbeat(Job job) {
    String sql =
        "update jobs set lease = %s + :lease".formatted(dialect.now()) + MINE + "returning *";
    return database.write(
        handle ->
            mine(handle, job, sql)
                .bind("lease", pace.lease().toMillis())
                .map((row, _) -> Rows.job(row))
                .findOne());
  }

  /** Says how far a job has come; empty where it is no longer the worker's own. */
  public Optional<Job> progress(Job job, String stage, double fraction, Duration left) {
    String sql =
        """
        update jobs set stage = :stage, progress = :progress, millis_left = :left,
          lease = %s + :lease
        """
                .formatted(dialect.now())
            + MINE
            + "returning *";
    return database.write(
        handle ->
            record(
                handle,
                mine(handle, job, sql)
                    .bind("stage", stage)
                    .bind("progress", Math.clamp(fraction, 0, 1))
                    .bind("left", left.toMillis())
                    .bind("lease", pace.lease().toMillis()),
                JobEvent.Type.PROGRESS));
  }

  /** Says that there is a new preview; false where the job is no longer the worker's own. */
  public boolean previewed(Job job) {
    return database
        .write(
            handle ->
                record(
                    handle,
                    mine(handle, job, "update jobs set worker = worker" + MINE + "returning *"),
                    JobEvent.Type.PREVIEW))
        .isPresent();
  }

  /**
   * Ends a job well; false where it is no longer the worker's own, and nothing has happened. It may
   * be said twice, as by a worker whose connection broke before it heard the answer.
   */
  public boolean complete(Job job, List<String> outputs, long bytes) {
    String sql =
        """
        update jobs set state = 'completed', outputs = :outputs, bytes = :bytes, completed = %s,
          progress = 1, millis_left = null, lease = null
        """
                .formatted(dialect.now())
            + MINE
            + "returning *";
    return database.write(
        handle ->
            record(
                        handle,
                        mine(handle, job, sql)
                            .bind("outputs", String.join("\n", outputs))
                            .bind("bytes", bytes),
                        JobEvent.Type.COMPLETED)
                    .isPresent()
                || isCompleted(handle, job));
  }

  private static boolean isCompleted(Handle handle, Job job) {
    String sql = "select 1 from jobs where id = :id and fence = :fence and state = 'completed'";
    return mine(handle, job, sql).mapTo(Integer.class).findOne().isPresent();
  }

  /** Ends a job with a sentence that says why. */
  public boolean fail(Job job, String error) {
    return end(job, JobState.FAILED, Optional.of(error), JobEvent.Type.FAILED);
  }

  /** Ends a job that was told to stop. */
  public boolean canceled(Job job) {
    return end(job, JobState.CANCELED, Optional.empty(), JobEvent.Type.CANCELED);
  }

  private boolean end(Job job, JobState state, Optional<String> error, JobEvent.Type type) {
    String sql =
        """
        update jobs set state = :state, error = :error, completed = %s, millis_left = null,
          lease = null
        """
                .formatted(dialect.now())
            + MINE
            + "returning *";
    return database
        .write(
            handle ->
                record(
                    handle,
                    mine(handle, job, sql).bind("state", state.label()).bind("error", error),
                    type))
        .isPresent();
  }

  /** Hands a job back, to be gone on with by whoever comes; it does not count as an attempt. */
  public boolean release(Job job) {
    String sql =
        """
        update jobs set state = 'queued', attempt = attempt - 1, lease = null, stage = '',
          progress = 0, millis_left = null
        """
            + MINE
            + "returning *";
    return database
        .write(handle -> record(handle, mine(handle, job, sql), JobEvent.Type.REQUEUED))
        .isPresent();
  }

  /** Queues the jobs of workers that died, or ends them where that happened too often. */
  public List<Job> reap() {
    var found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select * from jobs where state = 'running' and %s > lease"
                            .formatted(dialect.now()))
                    .map((row, _) -> Rows.job(row))
                    .list());
    return found.stream().flatMap(job -> reap(job).stream()).toList();
  }

  private Optional<Job> reap(Job job) {
    boolean spent = job.attempt() >= pace.attempts();
    var state = job.canceling() ? JobState.CANCELED : spent ? JobState.FAILED : JobState.QUEUED;
    var type =
        job.canceling()
            ? JobEvent.Type.CANCELED
            : spent ? JobEvent.Type.FAILED : JobEvent.Type.REQUEUED;
    var error =
        state == JobState.FAILED
            ? Optional.of(
                "It was started %d times, and each time its worker died.".formatted(job.attempt()))
            : Optional.<String>empty();
    String sql =
        """
        update jobs set state = :state, error = :error, lease = null, stage = '', progress = 0,
          millis_left = null, completed = case when :state = 'queued' then null else %1$s end
        where id = :id and fence = :fence and state = 'running' and %1$s > lease
        returning *
        """
            .formatted(dialect.now());
    return database.write(
        handle ->
            record(
                handle,
                mine(handle, job, sql).bind("state", state.label()).bind("error", error),
                type));
  }

  /** Forgets events that are too old for anyone to go on from. */
  public void forget() {
    database.write(
        handle ->
            handle
                .createUpdate("delete from events where %s - :age > at".formatted(dialect.now()))
                .bind("age", EVENTS_KEPT.toMillis())
                .execute());
  }

  private static Query mine(Handle handle, Job job, String sql) {
    return handle.createQuery(sql).bind("id", job.id()).bind("fence", job.fence());
  }

  private Optional<Job> record(Handle handle, Query change, JobEvent.Type type) {
    return change
        .map((row, _) -> Rows.job(row))
        .findOne()
        .map(job -> Rows.record(handle, dialect, job, type));
  }

  Signal signal() {
    return database.signal();
  }
}
