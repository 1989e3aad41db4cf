package moviegen.tensor;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;

/** Settings of libtorch that hold for the whole process, and for the thread that opens a guard. */
public final class Native {
  private Native() {}

  /** How exact a product of two float32 matrices is. */
  public enum Precision {
    HIGHEST,
    MEDIUM
  }

  /**
   * Sets how exact float32 products are. {@code MEDIUM} takes the fast library, which on a CPU
   * without matrix units is still true float32.
   */
  public static void matmulPrecision(Precision precision) {
    torch
        .globalContext()
        .setFloat32MatmulPrecision(precision == Precision.HIGHEST ? "highest" : "medium");
  }

  public static void threads(int count) {
    torch.set_num_threads(count);
  }

  public static int threads() {
    return torch.get_num_threads();
  }

  /**
   * Keeps OpenBLAS to one thread, for its threads and OpenMP's wait for each other; the environment
   * variable OPENBLAS_NUM_THREADS has the last word.
   */
  public static void keepBlasToOneThread() {
    if (System.getenv("OPENBLAS_NUM_THREADS") == null) {
      Blas.threads(1);
    }
  }

  /** How many objects outside the Java heap this process holds. */
  public static long handles() {
    return Pointer.totalCount();
  }

  /** Hands freed memory back to the system, where its C library knows how. */
  @SuppressWarnings("restricted")
  public static void trim() {
    var linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("malloc_trim")
        .ifPresent(
            address -> {
              var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
              try {
                int _ = (int) linker.downcallHandle(address, shape).invokeExact(0L);
              } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim failed", e);
              }
            });
  }

  /** Until it is closed, this thread keeps no history for gradients. */
  public static AutoCloseableGuard noGrad() {
    var guard = new NoGradGuard();
    // Not close(): an open scope holds the guard too, and would keep it up until the scope's end.
    return guard::deallocate;
  }

  /** A guard whose end throws nothing. */
  @FunctionalInterface
  public interface AutoCloseableGuard extends AutoCloseable {
    @Override
    void close();
  }
}
