package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import moviegen.flow.Guidance;
import moviegen.flow.UniPcSampler;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepCacheErrorTest {
  private static final int STEPS = 20;
  private static final double SHIFT = 3;
  private static final double GUIDANCE = 6;

  /** What docs/performance.md says of the second run of the original, here in the resources. */
  @ParameterizedTest(name = "threshold {0}: {1} of 20 steps, {2} from the original")
  @CsvSource({"0.05, 20, 1e-4", "0.1, 12, 0.0045", "0.2, 8, 0.0115", "0.4, 4, 0.0255"})
  void leavesOutStepsAndErrsAsTold(double threshold, int computed, double distance)
      throws URISyntaxException {
    var here = Objects.requireNonNull(Golden.class.getResource("/golden/wan"));
    var golden = new Golden(Path.of(here.toURI()));
    try (var _ = Scope.open();
        var weights = golden.open("dit");
        var texts = golden.open("dit_io");
        var io = golden.open("sampling_io");
        var params = Params.frozen(weights.source(WanKeys.ORIGINAL))) {
      var config = WanTransformerGoldenTest.config(golden.config().get("dit"));
      var transformer = new WanTransformer(params, config, DType.FLOAT32);
      var wanted = transformer.read(texts.read("context").unsqueeze(0));
      var unwanted = transformer.read(texts.read("context_null").unsqueeze(0));
      try (var first = new StepCache(new WanVelocity(transformer, wanted), threshold);
          var second = new StepCache(new WanVelocity(transformer, unwanted), threshold)) {
        var velocity = new Guidance(GUIDANCE).apart(first, second);
        var sampler = new UniPcSampler(WanVelocity.schedule(STEPS, SHIFT));
        var latents = sampler.sample(io.read("noise_b").unsqueeze(0), velocity).squeeze(0);
        assertThat(first.computed()).isEqualTo(computed);
        assertThat(Golden.distance(latents, io.read("latent_b"))).isLessThan(distance);
      }
    }
  }
}
