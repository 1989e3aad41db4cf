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

  /** What a new allocation may hope for. */
  static long availableBytes() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return field(Path.of("/proc/meminfo"), "MemAvailable:").orElseGet(machine::getFreeMemorySize);
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
