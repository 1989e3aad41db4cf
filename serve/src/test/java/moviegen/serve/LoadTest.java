package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void queuesEveryFilmOnceForEachNumberOfWorkers(int workers) throws Exception {
    var load = new Load(folder, Optional.empty(), List.of("tiny"), 60, 10, workers);
    var millis = load.run();
    assertThat(millis).hasSize(60).isSorted();
    assertThat(Load.quantile(millis, 0.5)).isLessThanOrEqualTo(Load.quantile(millis, 0.95));
    assertThat(Load.quantile(millis, 1)).isEqualTo(millis.getLast());
  }
}
