package moviegen.bench;

import java.util.Locale;
import moviegen.audio.AudioContext;
import moviegen.audio.AudioTransformer;
import moviegen.audio.AudioTransformerConfig;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SoundText;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;

/** One block of the audio transformer at the paper's width, over thirty seconds of sound. */
public final class AudioBlockSpeed {
  private static final AudioTransformerConfig PAPER = AudioTransformerConfig.PAPER_13B;
  private static final AudioTransformerConfig CONFIG =
      new AudioTransformerConfig(
          PAPER.width(),
          1,
          PAPER.heads(),
          PAPER.hidden(),
          PAPER.latentChannels(),
          PAPER.videoWidth(),
          PAPER.textWidth());
  private static final int LATENTS = 750;
  private static final int WORDS = 64;

  private AudioBlockSpeed() {}

  public static void main(String... args) {
    Native.threads(1);
    try (var params = Params.frozen((_, _, shape) -> Ops.full(DType.BFLOAT16, 0.01, shape));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var model = new AudioTransformer(params, CONFIG);
      var conditions =
          model.conditions(
              FrameFeatures.none(1, LATENTS, CONFIG.videoWidth()),
              new SoundText(Ops.randn(1, WORDS, CONFIG.textWidth()), Ops.ones(1, WORDS)),
              AudioContext.none(1, LATENTS, CONFIG.latentChannels()),
              DType.BFLOAT16);
      var x = Ops.randn(1, LATENTS, CONFIG.latentChannels());
      var times = Ops.tensor(0.5);
      double seconds = new Stopwatch(3).seconds(() -> model.forward(x, times, conditions));
      System.out.printf(
          Locale.ROOT, "%.2f seconds for a block of width %d%n", seconds, CONFIG.width());
    }
  }
}
