package moviegen.cli;

/** Numbers of bytes as people read them, in powers of ten. */
final class Bytes {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  private Bytes() {}

  static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s")
        .formatted(value, UNITS[unit]);
  }
}
