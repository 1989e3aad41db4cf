package moviegen.generate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory of this process and this machine, as the system counts it. */
final class MachineMemory {
  private MachineMemory() {}

  /** The most that this process has held, native memory included; 0 where nobody counts it. */
  static long peakBytes() {
    return field(Path.of("/proc/self/status"), "VmHWM:").orElse(0);
  }

  /** What this process holds now, native memory included; 0 where nobody counts it. */
  static long residentBytes() {
    return field(Path.of("/proc/self/status"), "VmRSS:").orElse(0);
  }

  /** What a new allocation may hope for. */
  static long availableBytes() {
    return field(Path.of("/proc/meminfo"), "MemAvailable:")
        .orElseGet(() -> machine().getFreeMemorySize());
  }

  /** What the machine has, or its container may use. */
  static long totalBytes() {
    return machine().getTotalMemorySize();
  }

  private static com.sun.management.OperatingSystemMXBean machine() {
    return (com.sun.management.OperatingSystemMXBean)
        ManagementFactory.getOperatingSystemMXBean();
  }

  /** Refuses work that takes more than is free. */
  static void require(long bytes) {
    long available = availableBytes();
    Limits.require(
        available >= bytes,
        "This request needs about %,d MB of memory, %,d MB are free.",
        bytes / 1_000_000,
        available / 1_000_000);
  }

  private static OptionalLong field(Path file, String name) {
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }
}
