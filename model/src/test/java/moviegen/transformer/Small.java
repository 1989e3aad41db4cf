package moviegen.transformer;

import static moviegen.tensor.Ops.ones;
import static moviegen.tensor.Ops.randn;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;

/** Small transformers and what goes into them. */
final class Small {
  static final TransformerConfig CONFIG = TransformerConfig.MINIATURE;

  private Small() {}

  /** Parameters none of which is zero, so that everything has an influence. */
  static Params awake(long seed) {
    Ops.manualSeed(seed);
    return Params.frozen(
        (_, init, shape) ->
            init.equals(Init.ZEROS) ? randn(shape).mul(0.1) : init.fill(shape).add(0.01));
  }

  /** One tower's tokens, none of them padding. */
  static List<TextTokens> text(long batch, long length) {
    return List.of(new TextTokens(randn(batch, length, 32), ones(batch, length)));
  }
}
