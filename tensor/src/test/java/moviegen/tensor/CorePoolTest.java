package moviegen.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorePoolTest {
  private final int cores = Native.threads();

  @AfterEach
  void giveBack() {
    Native.threads(cores);
  }

  private static <T> List<T> all(int cores, List<Supplier<T>> tasks) {
    Native.threads(cores);
    try (var pool = new CorePool()) {
      return pool.all(tasks);
    }
  }

  private static <T> List<Supplier<T>> times(int count, Supplier<T> task) {
    return IntStream.range(0, count).mapToObj(_ -> task).toList();
  }

  @Test
  void returnsInTheirOrderWhatManyTasksReturn() {
    List<Supplier<Integer>> tasks =
        IntStream.range(0, 100).<Supplier<Integer>>mapToObj(i -> () -> i).toList();
    assertThat(all(4, tasks)).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(all(2, List.<Supplier<Integer>>of())).isEmpty();
  }

  @Test
  void everyTaskHasItsShareOfTheCores() {
    assertThat(all(4, times(2, Native::threads))).containsExactly(2, 2);
    assertThat(all(4, times(9, Native::threads))).containsOnly(1);
    assertThat(all(4, times(1, Native::threads))).containsExactly(4);
    assertThat(Native.threads()).isEqualTo(4);
  }

  @Test
  void tasksComputeOnTheDeviceOfWhoAsks() {
    try (var _ = Device.META.use()) {
      assertThat(all(2, times(3, Device::current))).containsOnly(Device.META);
    }
  }

  @Test
  void noTaskBeginsBehindOneThatThrew() {
    var broken = new IllegalArgumentException("broken");
    var begun = new AtomicInteger();
    Supplier<Integer> bad =
        () -> {
          begun.incrementAndGet();
          throw broken;
        };
    assertThatThrownBy(() -> all(2, times(1_000, bad))).isSameAs(broken);
    assertThat(begun).hasValueLessThanOrEqualTo(2);
  }
}
