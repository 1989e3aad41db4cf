package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import moviegen.checkpoint.Checkpoint;
import moviegen.flow.Guidance;
import moviegen.flow.Schedule;
import moviegen.flow.UniPcSampler;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WanSamplingGoldenTest {
  private static final double TOLERANCE = 1e-3;

  private static final Pattern RUN =
      Pattern.compile("shift ([\\d.]+), (\\d+) steps, guidance ([\\d.]+)");

  /** A run of the original, as the file describes it. */
  private record Run(double shift, int steps, double guidance) {
    static Run of(Checkpoint io, String name) {
      var words = RUN.matcher(io.metadata().getOrDefault(name, ""));
      assertThat(words.matches()).isTrue();
      return new Run(
          Double.parseDouble(words.group(1)),
          Integer.parseInt(words.group(2)),
          Double.parseDouble(words.group(3)));
    }

    Schedule schedule() {
      return WanVelocity.schedule(steps, shift);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, dit", "b, dit", "a, dit_diffusers", "b, dit_diffusers"})
  void samplesWhatTheOriginalSampled(String name, String file) {
    var golden = Golden.of("wan");
    try (var _ = Scope.open();
        var weights = golden.open(file);
        var texts = golden.open("dit_io");
        var io = golden.open("sampling_io");
        var params = Params.frozen(weights.source(WanKeys.of(weights.names())))) {
      var run = Run.of(io, name);
      var config = WanTransformerGoldenTest.config(golden.config().get("dit"));
      var transformer = new WanTransformer(params, config, DType.FLOAT32);
      var wanted = transformer.read(texts.read("context").unsqueeze(0));
      var unwanted = transformer.read(texts.read("context_null").unsqueeze(0));
      var velocity =
          new Guidance(run.guidance())
              .apart(new WanVelocity(transformer, wanted), new WanVelocity(transformer, unwanted));
      var noise = io.read("noise_" + name).unsqueeze(0);
      var latents = new UniPcSampler(run.schedule()).sample(noise, velocity).squeeze(0);
      assertThat(Golden.distance(latents, io.read("latent_" + name))).isLessThan(TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"a", "b"})
  void looksAtTheOriginalsTimes(String name) {
    try (var _ = Scope.open();
        var io = Golden.of("wan").open("sampling_io")) {
      var times = Run.of(io, name).schedule().times();
      float[] sigmas = HostMemory.floats(io.read("sigmas_" + name));
      float[] modelTimes = HostMemory.floats(io.read("timesteps_" + name));
      assertThat(times).hasSize(sigmas.length);
      for (int i = 0; i < sigmas.length; i++) {
        assertThat(1 - times.get(i)).isCloseTo(sigmas[i], within(1e-6));
      }
      assertThat(IntStream.range(0, modelTimes.length).mapToObj(times::get))
          .map(time -> (float) WanVelocity.modelTime(time))
          .containsExactly(box(modelTimes));
    }
  }

  private static Float[] box(float... values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Float[]::new);
  }
}
