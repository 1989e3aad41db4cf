package moviegen.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/** OpenBLAS, through which float32 products go on some machines; it is loaded under two names. */
final class Blas {
  private Blas() {}

  /** Sets its threads wherever it is; nothing happens where libtorch uses another library. */
  static void threads(int count) {
    var binding = Path.of(String.valueOf(Loader.load(openblas.class)));
    Stream.of("libopenblas.so.0", "libopenblas_nolapack.so.0")
        .map(binding::resolveSibling)
        .filter(Files::exists)
        .map(Blas::setter)
        .flatMap(Optional::stream)
        .forEach(function -> call(function, count));
  }

  @SuppressWarnings("restricted")
  private static Optional<MemorySegment> setter(Path library) {
    return SymbolLookup.libraryLookup(library, Arena.global()).find("openblas_set_num_threads");
  }

  @SuppressWarnings("restricted")
  private static void call(MemorySegment function, int count) {
    var shape = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT);
    try {
      Linker.nativeLinker().downcallHandle(function, shape).invokeExact(count);
    } catch (Throwable e) {
      throw new IllegalStateException("openblas_set_num_threads failed", e);
    }
  }
}
