package moviegen.wan;

import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;

/**
 * What a transformer of the family does for a film, counted by building it and running it once on
 * the device {@code meta}, where tensors have shapes but no memory.
 *
 * @param parameters of the transformer alone
 * @param tokens of the film
 * @param linear FLOPs of one evaluation's linear layers
 * @param attention FLOPs of one evaluation's attention
 * @param reading FLOPs of reading a text, once a film
 * @param activationBytes what one evaluation takes at its height in bfloat16, without weights
 */
public record WanWork(
    long parameters,
    long tokens,
    double linear,
    double attention,
    double reading,
    long activationBytes) {
  private static final Device META = new Device("meta");
  private static final int LATENT_FRAMES = 4;

  /** Latents this narrow are an eighth of the film's size, wider ones a sixteenth. */
  private static final int NARROW = 16;

  /** Counts one evaluation for a film; its frames are rounded to 4 n + 1. */
  public static WanWork of(WanConfig config, int width, int height, int frames, int words) {
    int stride = config.outChannels() > NARROW ? 2 * Patches.SIDE * 8 : Patches.SIDE * 8;
    if (width % stride != 0 || height % stride != 0 || width < stride || height < stride) {
      throw new IllegalArgumentException(
          "This model makes frames with sides that are multiples of %d, got %dx%d"
              .formatted(stride, width, height));
    }
    long t = 1 + Math.round((frames - 1.0) / LATENT_FRAMES);
    long h = (long) height / stride * Patches.SIDE;
    long w = (long) width / stride * Patches.SIDE;
    try (var params = Params.frozen((_, _, shape) -> Ops.empty(DType.BFLOAT16, META, shape));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var model = new WanTransformer(params, config, DType.BFLOAT16);
      var features = Ops.empty(DType.BFLOAT16, META, 1, words, config.textWidth());
      var reading = MatrixWork.of(() -> model.read(features));
      var text = model.read(features);
      var x = Ops.empty(DType.FLOAT32, META, 1, config.inChannels(), t, h, w);
      var time = Ops.empty(DType.FLOAT32, META, 1);
      var work = MatrixWork.of(() -> model.forward(x, time, text));
      long tokens = t * h * w / Patches.SIDE / Patches.SIDE;
      return new WanWork(
          params.asMap().values().stream().mapToLong(p -> p.count()).sum(),
          tokens,
          work.flops(MatrixWork.Kind.LINEAR),
          work.flops(MatrixWork.Kind.ATTENTION),
          reading.flops(),
          tokens * DType.BFLOAT16.bytes() * (12L * config.width() + 2L * config.hidden()));
    }
  }
}
