package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir Path runs;

  /** Learns to double its input. */
  private static final class Doubling implements Objective {
    private final Params params = Params.random();
    private final Linear layer = Linear.biased(params, 3, 3);

    @Override
    public Params params() {
      return params;
    }

    @Override
    public List<Supplier<Tensor>> losses(long step, Meter meter) {
      var x = Ops.randn(8, 3);
      return List.of(() -> Ops.mse(layer.forward(x), x.mul(2)));
    }

    @Override
    public int batch() {
      return 8;
    }

    @Override
    public Map<String, Double> validate() {
      return Map.of("bias", (double) layer.bias().orElseThrow().abs().max().item());
    }

    @Override
    public Shipment ship() {
      return new Shipment("doubling", params.asMap(), "doubling", Map.of());
    }

    @Override
    public void close() {
      params.close();
    }
  }

  private static final Supplier<Objective> DOUBLING = Doubling::new;

  private Trainer open(String name, long steps) {
    var recipe = new Recipe(name, "doubles", steps, AdamW.of(0.02), 0.9, 7, DOUBLING);
    return Trainer.open(recipe, RunFolder.of(runs, name));
  }

  private static final Trainer.Listener NOBODY = new Trainer.Listener() {};

  @Test
  void learns() {
    try (var trainer = open("learns", 800)) {
      double before = trainer.advance();
      trainer.runToEnd(NOBODY);
      assertThat(trainer.advance()).isLessThan(before / 100);
    }
  }

  @Test
  void resumedRunGoesTheWayOfOneThatNeverStopped() {
    double whole;
    try (var trainer = open("whole", 100)) {
      trainer.run(30, NOBODY);
      whole = trainer.advance();
    }
    try (var trainer = open("parts", 100)) {
      trainer.run(20, NOBODY);
      trainer.save();
    }
    try (var trainer = open("parts", 100)) {
      assertThat(trainer.step()).isEqualTo(20);
      trainer.run(10, NOBODY);
      assertThat(trainer.advance()).isEqualTo(whole);
    }
  }

  @Test
  void recipeWithOtherStepsHasTheSay() {
    try (var trainer = open("fitted", 100)) {
      trainer.fit(Duration.ofMillis(1), NOBODY);
      assertThat(trainer.steps()).isLessThan(100);
    }
    try (var trainer = open("fitted", 100)) {
      assertThat(trainer.steps()).isLessThan(100);
    }
    try (var trainer = open("fitted", 200)) {
      assertThat(trainer.steps()).isEqualTo(200);
    }
  }

  @Test
  void newRunGoesOnFromAPart() {
    var cast = new CastFolder(runs.resolve("cast"));
    try (var trainer = open("first", 800)) {
      trainer.runToEnd(NOBODY);
      trainer.ship(cast);
    }
    try (var trainer = open("second", 800)) {
      trainer.startFrom(cast);
      assertThat(trainer.advance()).isLessThan(1e-3);
    }
  }

  @Test
  void leavesNothingBehind() {
    long before = Pointer.totalCount();
    try (var trainer = open("leak", 100)) {
      trainer.run(5, NOBODY);
      long running = Pointer.totalCount();
      trainer.run(5, NOBODY);
      trainer.validate();
      assertThat(Pointer.totalCount()).isEqualTo(running);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void rateRisesStaysAndFalls() {
    var optimizer = AdamW.of(1);
    assertThat(optimizer.rate(0, 10_000)).isEqualTo(1.0 / 200);
    assertThat(optimizer.rate(5_000, 10_000)).isEqualTo(1);
    assertThat(optimizer.rate(9_999, 10_000)).isBetween(0.1, 0.11);
  }
}
