package moviegen.tensor;

import org.bytedeco.pytorch.global.torch;

/** Where a tensor lives, such as {@code cpu} or {@code cuda:0}. */
public record Device(String name) {
  public static final Device CPU = new Device("cpu");

  public Device {
    if (!name.matches("cpu|meta|(cuda|mps)(:\\d{1,2})?")) {
      throw new IllegalArgumentException(
          "There is no device \"%s\", expected cpu, cuda, cuda:N or mps".formatted(name));
    }
  }

  /** The fastest device that this machine and its libraries offer. */
  public static Device best() {
    return torch.hasCUDA() ? new Device("cuda:0") : CPU;
  }

  public boolean isCpu() {
    return name.equals("cpu");
  }

  org.bytedeco.pytorch.Device handle() {
    return new org.bytedeco.pytorch.Device(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
