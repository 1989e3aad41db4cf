package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import moviegen.nn.FlatParams;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final int SAMPLES = 7;

  private final int cores = Native.threads();
  private final Scope scope = Scope.open();
  private final Params params = Params.random();
  private final Linear layer = Linear.biased(params, 16, 16);
  private final FlatParams flat = new FlatParams(params);
  private final Tensor input = Ops.randn(SAMPLES, 16);
  private SideBySide sideBySide;

  @BeforeEach
  void useTwoCores() {
    Native.threads(2);
    sideBySide = new SideBySide();
  }

  @AfterEach
  void giveBack() {
    Native.threads(cores);
    sideBySide.close();
    flat.close();
    params.close();
    scope.close();
  }

  private Tensor loss(int start, int count) {
    var x = input.narrow(0, start, count);
    return Ops.mse(layer.forward(x).silu(), x.mul(2));
  }

  private float[] gradient(List<Supplier<Tensor>> losses) {
    flat.grad().zero_();
    sideBySide.backward(losses);
    return HostMemory.floats(flat.grad());
  }

  @Test
  void partsAddUpToTheWhole() {
    float[] whole = gradient(List.of(() -> loss(0, SAMPLES)));
    float[] parts = gradient(BatchParts.of(SAMPLES, this::loss));

    assertThat(parts).hasSameSizeAs(whole).contains(whole, within(1e-6f));
    assertThat(sideBySide.backward(BatchParts.of(SAMPLES, this::loss)))
        .isCloseTo(loss(0, SAMPLES).item(), within(1e-6));
  }

  @Test
  void theOrderInWhichPartsEndDoesNotMatter() {
    float[] first = gradient(BatchParts.of(SAMPLES, this::loss));
    for (int i = 0; i < 20; i++) {
      assertThat(gradient(BatchParts.of(SAMPLES, this::loss))).containsExactly(first);
    }
  }

  @Test
  void aBatchOfOneIsOnePart() {
    assertThat(BatchParts.of(1, this::loss)).hasSize(1);
    assertThat(BatchParts.of(2, this::loss)).hasSize(2);
  }
}
