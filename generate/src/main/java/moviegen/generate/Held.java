package moviegen.generate;

import moviegen.tensor.Native;

/**
 * What this process holds.
 *
 * @param residentBytes memory of all kinds; 0 where the system does not say
 * @param heapBytes Java objects that are in use
 * @param handles objects outside the Java heap, tensors above all
 */
public record Held(long residentBytes, long heapBytes, long handles) {
  /** After the garbage collector has been asked to run. */
  public static Held now() {
    System.gc();
    var heap = Runtime.getRuntime();
    return new Held(
        MachineMemory.residentBytes(), heap.totalMemory() - heap.freeMemory(), Native.handles());
  }
}
