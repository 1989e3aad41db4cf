package moviegen.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeviceTest {
  private static final Device CPU = Device.CPU;

  @Test
  void whatIsMadeLiesWhereTheThreadSays() {
    try (var _ = Scope.open()) {
      try (var _ = Device.META.use()) {
        assertThat(Ops.randn(2, 3).device()).isEqualTo(Device.META);
        assertThat(Ops.zeros(DType.INT64, 2).device()).isEqualTo(Device.META);
        assertThat(Ops.tensor(1, 2).device()).isEqualTo(Device.META);
        assertThat(Noise.gaussian(1, 4).device()).isEqualTo(Device.META);
        try (var _ = CPU.use()) {
          assertThat(Ops.arange(3).device()).isEqualTo(CPU);
        }
        assertThat(Ops.arange(3).device()).isEqualTo(Device.META);
      }
      assertThat(Ops.eye(2).device()).isEqualTo(CPU);
    }
  }

  @Test
  void otherThreadsGoOnAsBefore() {
    try (var _ = Device.META.use()) {
      assertThat(CompletableFuture.supplyAsync(Device::current).join()).isEqualTo(CPU);
    }
  }

  @Test
  void aDeviceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new Device("cuda").useEverywhere())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("This build computes on the device \"cpu\", got \"cuda\".");
    assertThatThrownBy(() -> new Device("tpu"))
        .hasMessage("There is no device \"tpu\", expected cpu, cuda, cuda:N or mps");
    assertThat(Device.current()).isEqualTo(CPU);
  }
}
