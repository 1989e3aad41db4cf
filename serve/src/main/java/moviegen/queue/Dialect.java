package moviegen.queue;

import org.jdbi.v3.core.Handle;

/** What the two databases say differently. */
enum Dialect {
  SQLITE("integer primary key autoincrement", "cast(unixepoch('subsec') * 1000 as integer)", ""),
  POSTGRESQL(
      "bigint generated always as identity primary key",
      "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)",
      "for update skip locked");

  private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(7233471)) locked";

  private final String serial;
  private final String now;
  private final String skipLocked;

  Dialect(String serial, String now, String skipLocked) {
    this.serial = serial;
    this.now = now;
    this.skipLocked = skipLocked;
  }

  /** A column that counts up. */
  String serial() {
    return serial;
  }

  /** The database's own time in milliseconds: workers' clocks may differ. */
  String now() {
    return now;
  }

  /** Passes over rows that another claim has in hand. */
  String skipLocked() {
    return skipLocked;
  }

  /** Lets one transaction change something at a time, so that events appear in their order. */
  void queueUp(Handle handle) {
    if (this == POSTGRESQL) {
      handle.createQuery(LOCK).mapTo(Integer.class).one();
    }
  }
}
