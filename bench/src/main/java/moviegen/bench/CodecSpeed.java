package moviegen.bench;

import java.util.Locale;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.MelDistance;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** How many seconds of sound the tiny codec encodes, decodes and learns from in a second. */
public final class CodecSpeed {
  private static final AudioCodecConfig CONFIG = AudioCodecConfig.TINY;
  private static final int LATENTS = 50;
  private static final int PIECE = 24;
  private static final int[] LONG = {250, 1000};
  private static final double PLAYED = 0.1;
  private static final Stopwatch STOPWATCH = new Stopwatch(3);

  private CodecSpeed() {}

  public static void main(String... args) {
    Native.threads(1);
    Native.matmulPrecision(Native.Precision.MEDIUM);
    for (var dtype : new DType[] {DType.FLOAT32, DType.BFLOAT16}) {
      try (var params = Params.random();
          var distance = new MelDistance(CONFIG.sampleRate())) {
        var codec = new AudioCodec(params, CONFIG, dtype);
        print(dtype, "encode", LATENTS, () -> untracked(() -> codec.posterior(wave(LATENTS))));
        print(
            dtype,
            "decode",
            LATENTS,
            () ->
                untracked(() -> codec.reconstruct(Ops.randn(1, LATENTS, CONFIG.latentChannels()))));
        print(dtype, "learn", PIECE, () -> learn(codec, distance));
        for (int latents : LONG) {
          printPeak(codec, latents);
        }
      }
    }
  }

  private static void learn(AudioCodec codec, MelDistance distance) {
    var wave = wave(PIECE);
    var posterior = codec.posterior(wave);
    var back = codec.reconstruct(posterior.sample(Ops.randn(posterior.mean().shape())));
    distance.of(back, wave).backward();
  }

  private static void printPeak(AudioCodec codec, int latents) {
    Peak.forget();
    long samples = (long) latents * CONFIG.hop();
    untracked(
        () -> {
          try (var _ = Scope.open()) {
            var latent = codec.encode(samples, (_, length) -> Ops.randn(1, length).mul(PLAYED));
            codec.decode(latent, samples, _ -> {});
          }
        });
    System.out.printf(
        Locale.ROOT,
        "%.0f seconds there and back, at most %d MB%n",
        latents / CONFIG.latentRate(),
        Peak.megabytes());
  }

  private static Tensor wave(int latents) {
    return Ops.randn(1, (long) latents * CONFIG.hop()).mul(PLAYED);
  }

  private static void untracked(Runnable code) {
    try (var _ = Native.noGrad()) {
      code.run();
    }
  }

  private static void print(DType dtype, String what, int latents, Runnable code) {
    double seconds = STOPWATCH.seconds(code);
    System.out.printf(
        Locale.ROOT,
        "%-8s %-6s %.1f seconds of sound a second of one core%n",
        dtype,
        what,
        latents / CONFIG.latentRate() / seconds);
  }
}
