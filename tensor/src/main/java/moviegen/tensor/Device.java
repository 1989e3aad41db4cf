package moviegen.tensor;

import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where a tensor lives, such as {@code cpu} or {@code cuda:0}. What is made lies on the {@link
 * #current} device and what is computed lies where its operands do, so nothing else in the program
 * needs to say where; values leave it through {@link HostMemory} alone.
 */
public record Device(String name) {
  public static final Device CPU = new Device("cpu");

  /** Where tensors have shapes but no values. */
  public static final Device META = new Device("meta");

  private static final ThreadLocal<Device> OF_THIS_THREAD = new ThreadLocal<>();
  private static volatile Device otherwise = CPU;

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

  /** Where the tensors that this thread makes lie. */
  public static Device current() {
    var own = OF_THIS_THREAD.get();
    return own == null ? otherwise : own;
  }

  /** From now on the tensors that any thread makes lie here. */
  public void useEverywhere() {
    boolean there = !name.startsWith("cuda") || torch.hasCUDA();
    if (!there || name.startsWith("mps")) {
      throw new IllegalArgumentException(
          "This build computes on the device \"cpu\", got \"%s\".".formatted(name));
    }
    otherwise = this;
  }

  /** Until the guard is closed, the tensors that this thread makes lie here. */
  public Native.AutoCloseableGuard use() {
    var before = OF_THIS_THREAD.get();
    OF_THIS_THREAD.set(this);
    return () -> {
      if (before == null) {
        OF_THIS_THREAD.remove();
      } else {
        OF_THIS_THREAD.set(before);
      }
    };
  }

  public boolean isCpu() {
    return name.equals("cpu");
  }

  org.bytedeco.pytorch.Device handle() {
    return new org.bytedeco.pytorch.Device(name);
  }

  /** What libtorch is to know of a tensor that is made here. */
  TensorOptions options(DType dtype) {
    var options = new TensorOptions(dtype.scalarType);
    return isCpu() ? options : options.device(new DeviceOptional(handle()));
  }

  @Override
  public String toString() {
    return name;
  }
}
