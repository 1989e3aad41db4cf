package moviegen.cli;

import moviegen.generate.Machine;
import picocli.CommandLine.Option;

/** The option that says what computes. */
final class DeviceOption {
  private static final String CPU = "cpu";

  @Option(
      names = "--device",
      defaultValue = CPU,
      paramLabel = "NAME",
      description = "What computes, cpu or cuda; default ${DEFAULT-VALUE}.")
  String device = CPU;

  /** Before the first tensor is made. */
  void apply() {
    if (!device.equals(CPU)) {
      Machine.computeOn(device);
    }
  }
}
