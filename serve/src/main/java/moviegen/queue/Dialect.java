package moviegen.queue;

/** What the two databases say differently. */
enum Dialect {
  SQLITE(
      "integer primary key autoincrement",
      "cast(unixepoch('subsec') * 1000 as integer)",
      "",
      "select 1"),
  POSTGRESQL(
      "bigint generated always as identity primary key",
      "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)",
      "for update skip locked",
      "select 1 from (select pg_advisory_xact_lock(7233471)) locked");

  private final String serial;
  private final String now;
  private final String skipLocked;
  private final String queueUp;

  Dialect(String serial, String now, String skipLocked, String queueUp) {
    this.serial = serial;
    this.now = now;
    this.skipLocked = skipLocked;
    this.queueUp = queueUp;
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

  /** Makes transactions end in the order of the events they write. */
  String queueUp() {
    return queueUp;
  }
}
