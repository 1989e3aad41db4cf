package moviegen.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** All jobs, as those see them who ask for films; workers see them through {@link Leases}. */
public final class Jobs {
  private final Database database;
  private final Dialect dialect;
  private final Quota quota;
  private final Outputs outputs;

  public Jobs(Database database, Quota quota, Outputs outputs) {
    this.database = database;
    this.quota = quota;
    this.outputs = outputs;
    dialect = database.dialect();
  }

  public Outputs outputs() {
    return outputs;
  }

  /**
   * Puts a job at the end of the queue.
   *
   * @throws QuotaException when there is no room
   */
  public Job submit(NewJob job) {
    return submit(List.of(job)).getFirst();
  }

  /** Queues several jobs, all of them or none; for want of room, what was deleted goes for good. */
  public List<Job> submit(List<NewJob> jobs) {
    try {
      return queue(jobs);
    } catch (QuotaException e) {
      if (e.limit() != QuotaException.Limit.DISK || purge(Duration.ZERO) == 0) {
        throw e;
      }
      return queue(jobs);
    }
  }

  private List<Job> queue(List<NewJob> jobs) {
    long free = outputs.free();
    return database.write(
        handle -> {
          check(handle, jobs.size(), free);
          return jobs.stream().map(job -> insert(handle, job)).toList();
        });
  }

  private Job insert(Handle handle, NewJob job) {
    var queued =
        handle
            .createQuery(
                """
                insert into jobs
                  (id, kind, request, title, cast_name, parent, priority, state, created)
                values
                  (:id, :kind, :request, :title, :cast, :parent, :priority, 'queued', %s)
                returning *
                """
                    .formatted(dialect.now()))
            .bind("id", Ids.next())
            .bind("kind", job.kind())
            .bind("request", job.request())
            .bind("title", job.title().toLowerCase(Locale.ROOT))
            .bind("cast", job.cast())
            .bind("parent", job.parent())
            .bind("priority", job.priority())
            .map((row, _) -> Rows.job(row))
            .one();
    return Rows.record(handle, dialect, queued, JobEvent.Type.QUEUED);
  }

  private void check(Handle handle, int more, long free) {
    long waiting =
        handle
            .createQuery("select count(*) from jobs where state = 'queued'")
            .mapTo(Long.class)
            .one();
    quota.check(waiting + more - 1, used(handle), free);
  }

  private static long used(Handle handle) {
    return handle.createQuery("select coalesce(sum(bytes), 0) from jobs").mapTo(Long.class).one();
  }

  /** A job, deleted or not. */
  public Optional<Job> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from jobs where id = :id")
                .bind("id", id)
                .map((row, _) -> Rows.job(row))
                .findOne());
  }

  /**
   * A piece of the list of all jobs, by age.
   *
   * @param after the last job of the piece before
   * @param limit how many at most
   */
  public JobPage page(JobFilter filter, Optional<String> after, int limit, boolean newestFirst) {
    var words = List.of(filter.search().strip().toLowerCase(Locale.ROOT).split("\\s+", 20));
    var where = new ArrayList<String>();
    where.add(filter.deleted() ? "deleted is not null" : "deleted is null");
    after.ifPresent(_ -> where.add(newestFirst ? ":after > id" : "id > :after"));
    if (!filter.kinds().isEmpty()) {
      where.add("kind in (<kinds>)");
    }
    if (!filter.states().isEmpty()) {
      where.add("state in (<states>)");
    }
    if (filter.favorites()) {
      where.add("favorite = 1");
    }
    for (int i = 0; i < words.size(); i++) {
      where.add("title like :word" + i + " escape '!'");
    }
    String sql =
        "select * from jobs where %s order by id %s limit :limit"
            .formatted(String.join(" and ", where), newestFirst ? "desc" : "asc");
    var found =
        database.read(
            handle -> {
              var query = handle.createQuery(sql).bind("limit", limit + 1);
              after.ifPresent(id -> query.bind("after", id));
              bindLists(query, filter);
              for (int i = 0; i < words.size(); i++) {
                query.bind("word" + i, "%" + words.get(i).replaceAll("[!%_]", "!$0") + "%");
              }
              return query.map((row, _) -> Rows.job(row)).list();
            });
    return new JobPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }

  private static void bindLists(Query query, JobFilter filter) {
    if (!filter.kinds().isEmpty()) {
      query.bindList("kinds", filter.kinds());
    }
    if (!filter.states().isEmpty()) {
      query.bindList("states", filter.states().stream().map(JobState::label).toList());
    }
  }

  /** The place of each job that waits, in the order they will be started. */
  public List<String> line() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select id from jobs where state = 'queued' order by priority desc, id")
                .mapTo(String.class)
                .list());
  }

  /** How many jobs are in each state. */
  public Map<JobState, Long> counts() {
    var counts = new EnumMap<JobState, Long>(JobState.class);
    for (var state : JobState.values()) {
      counts.put(state, 0L);
    }
    database.read(
        handle ->
            handle
                .createQuery("select state, count(*) as n from jobs group by state")
                .map(
                    (row, _) ->
                        counts.put(JobState.parse(row.getString("state")), row.getLong("n")))
                .list());
    return counts;
  }

  /** What all files together have. */
  public long bytes() {
    return database.read(Jobs::used);
  }

  /**
   * Cancels a job: at once while it waits, at its next step while it runs; else nothing happens.
   */
  public Optional<Job> cancel(String id) {
    var job = database.write(handle -> cancel(handle, id));
    job.filter(ended -> ended.state() == JobState.CANCELED)
        .ifPresent(ended -> outputs.delete(ended.id()));
    return job;
  }

  private Optional<Job> cancel(Handle handle, String id) {
    String waits =
        "update jobs set state = 'canceled', completed = %s where id = :id and state = 'queued'"
            .formatted(dialect.now());
    if (change(handle, waits, id, JobEvent.Type.CANCELED).isEmpty()) {
      String runs =
          "update jobs set canceling = 1 where id = :id and state = 'running' and canceling = 0";
      change(handle, runs, id, JobEvent.Type.CANCELING);
    }
    return handle
        .createQuery("select * from jobs where id = :id")
        .bind("id", id)
        .map((row, _) -> Rows.job(row))
        .findOne();
  }

  private Optional<Job> change(Handle handle, String sql, String id, JobEvent.Type type) {
    return handle
        .createQuery(sql + " returning *")
        .bind("id", id)
        .map((row, _) -> Rows.job(row))
        .findOne()
        .map(job -> Rows.record(handle, dialect, job, type));
  }

  /** Marks a job as a favorite, or no longer. */
  public Optional<Job> favorite(String id, boolean favorite) {
    String sql = "update jobs set favorite = %d where id = :id".formatted(favorite ? 1 : 0);
    return database.write(handle -> change(handle, sql, id, JobEvent.Type.FAVORITE));
  }

  /** Cancels a job and takes it out of all lists; {@link #restore} brings it back. */
  public Optional<Job> delete(String id) {
    String sql =
        "update jobs set deleted = %s where id = :id and deleted is null".formatted(dialect.now());
    return database.write(
        handle -> {
          cancel(handle, id);
          return change(handle, sql, id, JobEvent.Type.DELETED);
        });
  }

  public Optional<Job> restore(String id) {
    String sql = "update jobs set deleted = null where id = :id and deleted is not null";
    return database.write(handle -> change(handle, sql, id, JobEvent.Type.RESTORED));
  }

  /** Forgets jobs that were deleted longer ago than {@code age}, and their files. */
  public int purge(Duration age) {
    var gone =
        database.write(
            handle ->
                handle
                    .createQuery(
                        "delete from jobs where %s - :age >= deleted and state not in"
                                .formatted(dialect.now())
                            + " ('queued', 'running') returning id")
                    .bind("age", age.toMillis())
                    .mapTo(String.class)
                    .list());
    gone.forEach(outputs::delete);
    return gone.size();
  }

  /** What happened after an event, oldest first. */
  public List<JobEvent> events(long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from events where id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> Rows.event(row))
                .list());
  }

  /** The newest event's id; 0 before the first. */
  public long lastEvent() {
    return database.read(
        handle ->
            handle.createQuery("select coalesce(max(id), 0) from events").mapTo(Long.class).one());
  }

  Signal signal() {
    return database.signal();
  }
}
