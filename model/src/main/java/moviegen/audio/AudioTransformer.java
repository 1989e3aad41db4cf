package moviegen.audio;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.flow.Velocity;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.TimeEmbedding;
import moviegen.nn.TimeModulation;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Predicts how noisy latents flow toward the sound that fits a film, a text, and the sound that is
 * there already (paper, section 6.1).
 */
public final class AudioTransformer {
  /** A score so low that its softmax is exactly zero. */
  private static final double PADDING = -30_000;

  private final AudioTransformerConfig config;
  private final Linear text;
  private final LayerNorm textNorm;
  private final FrameProjection frames;
  private final Linear in;
  private final TimeEmbedding time;
  private final TimeModulation modulation;
  private final List<AudioBlock> blocks;
  private final AudioHead head;

  public AudioTransformer(Params params, AudioTransformerConfig config) {
    this.config = config;
    text = Linear.biased(params.at("text"), config.textWidth(), config.width());
    textNorm = new LayerNorm(params.at("text").at("norm"), config.width());
    frames = new FrameProjection(params.at("frames"), config.videoWidth(), config.width());
    in = Linear.biased(params.at("in"), 2 * config.latentChannels() + 1, config.width());
    time = new TimeEmbedding(params.at("time"), config.width());
    modulation = new TimeModulation(params.at("modulation"), config.width(), AudioBlock.PARTS);
    blocks =
        IntStream.range(0, config.depth())
            .mapToObj(i -> new AudioBlock(params.at("blocks").at(i), config))
            .toList();
    head = new AudioHead(params.at("head"), config);
  }

  public AudioTransformerConfig config() {
    return config;
  }

  /**
   * Reads what the sound is to fit, once for all steps; film, text and context have one batch, film
   * and context one length.
   *
   * @param compute the type in which the transformer is to compute
   */
  public SoundConditions conditions(
      FrameFeatures film, SoundText words, AudioContext context, DType compute) {
    if (film.values().size(1) != context.latents().size(1)) {
      throw new IllegalArgumentException(
          "The film has %d latents of features, expected %d as the sound has"
              .formatted(film.values().size(1), context.latents().size(1)));
    }
    var tokens = textNorm.forward(text.forward(words.features().to(compute)));
    return new SoundConditions(
        blocks.stream().map(block -> block.cross().read(tokens)).toList(),
        words.mask().to(compute).mul(-PADDING).add(PADDING).unsqueeze(1).unsqueeze(1),
        frames.forward(film, compute),
        context.channels(compute));
  }

  /**
   * Predicts the velocity.
   *
   * @param x noisy latents (b n c)
   * @param times (b), float32, from 0 (noise) to 1 (data)
   * @return (b n c), in the type of {@code x}
   */
  public Tensor forward(Tensor x, Tensor times, SoundConditions conditions) {
    check(x, conditions);
    var embedded = time.forward(times);
    var shared = modulation.forward(embedded);
    var turns = RotaryTurns.of(x.size(1), config.headWidth()).to(x.device());
    var noisy = x.to(conditions.dtype());
    var tokens =
        in.forward(Ops.cat(List.of(noisy, conditions.context()), 2)).add(conditions.frames());
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var layer = conditions.layers().get(i);
      var before = tokens;
      tokens = Scope.tidy(() -> block.forward(before, turns, shared, layer, conditions.bias()));
    }
    return head.forward(tokens, embedded).to(x.dtype());
  }

  private void check(Tensor x, SoundConditions conditions) {
    if (x.rank() != 3
        || x.size(2) != config.latentChannels()
        || x.size(1) != conditions.frames().size(1)) {
      throw new IllegalArgumentException(
          "Latents have shape %s, expected (b %d %d)"
              .formatted(
                  Arrays.toString(x.shape()),
                  conditions.frames().size(1),
                  config.latentChannels()));
    }
  }

  /** The velocity under these conditions, with one time for the whole batch. */
  public Velocity under(SoundConditions conditions) {
    return (x, now) -> forward(x, Ops.tensor(now).expand(x.size(0)), conditions);
  }
}
