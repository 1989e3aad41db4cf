package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class T5DenoiserTest {
  private static final T5Config CONFIG = T5Config.miniature(40);

  @Test
  void aTokenIsWrittenWithoutSeeingItOrThoseBehindIt() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var denoiser = new T5Denoiser(params, CONFIG, 2, DType.FLOAT32);
      var input = TokenBatch.of(List.of(new int[] {1, 2, 3}));
      var one = HostMemory.tensor(new long[] {4, 5, 6, 7}, 1, 4);
      var other = HostMemory.tensor(new long[] {4, 5, 9, 9}, 1, 4);
      var before = denoiser.logits(input.ids(), input.mask(), one);
      var after = denoiser.logits(input.ids(), input.mask(), other);

      Golden.assertAgree(before.narrow(1, 0, 3), after.narrow(1, 0, 3));
      assertThat(Golden.distance(before.narrow(1, 3, 1), after.narrow(1, 3, 1)))
          .isGreaterThan(0.001);
    }
  }

  @Test
  void whatWasReadChangesWhatIsWritten() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var denoiser = new T5Denoiser(params, CONFIG, 2, DType.FLOAT32);
      var target = HostMemory.tensor(new long[] {4, 5}, 1, 2);
      var one = TokenBatch.of(List.of(new int[] {1, 2, 3}));
      var other = TokenBatch.of(List.of(new int[] {1, 2, 9}));

      assertThat(
              Golden.distance(
                  denoiser.logits(one.ids(), one.mask(), target),
                  denoiser.logits(other.ids(), other.mask(), target)))
          .isGreaterThan(0.001);
    }
  }

  @Test
  void paddingCostsNothing() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var denoiser = new T5Denoiser(params, CONFIG, 1, DType.FLOAT32);
      var input = TokenBatch.of(List.of(new int[] {1, 2, 3}));
      var target = TokenBatch.of(List.of(new int[] {4, 5})).targets();
      var padded = HostMemory.tensor(new long[] {4, 5, -100, -100}, 1, 4);

      assertThat(denoiser.loss(input.ids(), input.mask(), padded).item())
          .isCloseTo(denoiser.loss(input.ids(), input.mask(), target).item(), within(1e-5f));
    }
  }

  @Test
  void writesTheLikeliestTokenAfterThoseItHasWritten() {
    int longest = 6;
    Ops.manualSeed(2);
    try (var _ = Scope.open();
        var params = Params.random()) {
      var denoiser = new T5Denoiser(params, CONFIG, 2, DType.FLOAT32);
      var input = TokenBatch.of(List.of(new int[] {1, 2, 3}, new int[] {7}));
      var written = denoiser.write(input.ids(), input.mask(), new int[0], -1, longest);
      var target = TokenBatch.of(written).ids();
      long[] likeliest =
          HostMemory.longs(denoiser.logits(input.ids(), input.mask(), target).argmax(2));
      assertThat(likeliest).isEqualTo(HostMemory.longs(target));

      int end = written.getFirst()[2];
      int before = Arrays.stream(written.getFirst()).boxed().toList().indexOf(end);
      assertThat(denoiser.write(input.ids(), input.mask(), new int[0], end, longest).getFirst())
          .isEqualTo(Arrays.copyOf(written.getFirst(), before));
    }
  }

  @Test
  void goesOnFromTheBeginningItIsGiven() {
    Ops.manualSeed(2);
    try (var _ = Scope.open();
        var params = Params.random()) {
      var denoiser = new T5Denoiser(params, CONFIG, 2, DType.FLOAT32);
      var input = TokenBatch.of(List.of(new int[] {1, 2, 3}, new int[] {7}));
      int[] beginning = {5, 2};
      var written = denoiser.write(input.ids(), input.mask(), beginning, -1, 4);
      assertThat(written).allMatch(text -> text.length == 4 && text[0] == 5 && text[1] == 2);
      int[] longer = Arrays.copyOf(written.getFirst(), 3);
      assertThat(denoiser.write(input.ids(), input.mask(), longer, -1, 4).getFirst())
          .isEqualTo(written.getFirst());
    }
  }

  @Test
  void everyParameterHasAGradient() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      Ops.manualSeed(1);
      var denoiser = new T5Denoiser(params, CONFIG, 2, DType.FLOAT32);
      var input = TokenBatch.of(List.of(new int[] {1, 2, 3}, new int[] {4, 5}));
      var target = TokenBatch.of(List.of(new int[] {6}, new int[] {7, 8, 9})).targets();
      denoiser.loss(input.ids(), input.mask(), target).backward();

      params.asMap().forEach((name, tensor) -> assertThat(tensor.hasGrad()).as(name).isTrue());
    }
  }
}
