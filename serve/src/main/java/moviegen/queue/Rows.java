package moviegen.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The database's rows as records, and the events that go with them. */
final class Rows {
  private Rows() {}

  static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        row.getString("kind"),
        row.getString("request"),
        JobState.parse(row.getString("state")),
        row.getInt("priority"),
        row.getString("stage"),
        row.getDouble("progress"),
        number(row, "millis_left").map(Duration::ofMillis),
        Instant.ofEpochMilli(row.getLong("created")),
        number(row, "started").map(Instant::ofEpochMilli),
        number(row, "completed").map(Instant::ofEpochMilli),
        row.getInt("attempt"),
        row.getLong("fence"),
        Optional.ofNullable(row.getString("error")),
        names(row.getString("outputs")),
        row.getString("cast_name"),
        Optional.ofNullable(row.getString("parent")),
        row.getInt("favorite") == 1,
        number(row, "deleted").isPresent(),
        row.getInt("canceling") == 1,
        row.getLong("bytes"));
  }

  static JobEvent event(ResultSet row) throws SQLException {
    return new JobEvent(
        row.getLong("id"),
        row.getString("job"),
        JobEvent.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("at")),
        JobState.parse(row.getString("state")),
        row.getString("stage"),
        row.getDouble("progress"),
        number(row, "millis_left").map(Duration::ofMillis));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static List<String> names(String lines) {
    return lines.lines().toList();
  }

  /** Writes down what happened to a job, last in the transaction that made it happen. */
  static Job record(Handle handle, Dialect dialect, Job job, JobEvent.Type type) {
    handle
        .createUpdate(
            """
            insert into events (job, type, at, state, stage, progress, millis_left)
            values (:job, :type, %s, :state, :stage, :progress, :left)
            """
                .formatted(dialect.now()))
        .bind("job", job.id())
        .bind("type", type.label())
        .bind("state", job.state().label())
        .bind("stage", job.stage())
        .bind("progress", job.progress())
        .bind("left", job.left().map(Duration::toMillis))
        .execute();
    return job;
  }
}
