package moviegen.checkpoint;

import java.util.Comparator;
import java.util.Map;

/** What a safetensors file says it holds. */
record Header(Map<String, String> metadata, Map<String, Entry> entries) {

  /** Holds every claim against the {@code length} in bytes of what follows the header. */
  Header check(String file, long length) {
    var inOrder =
        entries.values().stream()
            .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
            .toList();
    long at = 0;
    for (Entry entry : inOrder) {
      checkSize(file, entry, length);
      if (entry.begin() != at) {
        throw new IllegalArgumentException(
            "%s: tensor %s starts at byte %d, expected %d, where the one before it ends"
                .formatted(file, entry.name(), entry.begin(), at));
      }
      at = entry.end();
    }
    if (at != length) {
      throw new IllegalArgumentException(
          "%s: the tensors end at byte %d, but %d bytes follow the header"
              .formatted(file, at, length));
    }
    return this;
  }

  private static void checkSize(String file, Entry entry, long length) {
    if (entry.begin() > entry.end() || entry.end() > length) {
      throw new IllegalArgumentException(
          "%s: tensor %s lies at bytes %d to %d, expected an ascending range within the %d there are"
              .formatted(file, entry.name(), entry.begin(), entry.end(), length));
    }
    long expected = entry.bytes();
    if (expected != entry.end() - entry.begin()) {
      throw new IllegalArgumentException(
          "%s: tensor %s is %s, which takes %s bytes, but its offsets span %d"
              .formatted(
                  file,
                  entry.name(),
                  entry.description(),
                  expected < 0 ? "more than 2^63" : expected,
                  entry.end() - entry.begin()));
    }
  }
}
