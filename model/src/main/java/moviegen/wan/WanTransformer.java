package moviegen.wan;

import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Predicts how noisy latents differ from the film that a text asks for, in Wan's time. */
public final class WanTransformer {
  private final WanConfig config;
  private final DType compute;
  private final TextInput text;
  private final Patches patches;
  private final TimeModulation time;
  private final List<WanBlock> blocks;
  private final Head head;

  /** A transformer that computes in {@code compute}. */
  public WanTransformer(Params params, WanConfig config, DType compute) {
    this(params, config, compute, Projection.Form.PLAIN);
  }

  private WanTransformer(Params params, WanConfig config, DType compute, Projection.Form form) {
    this.config = config;
    this.compute = compute;
    patches = new Patches(params.at("patches"), config);
    text = new TextInput(params.at("text"), config);
    time = new TimeModulation(params.at("time"), config);
    blocks =
        IntStream.range(0, config.depth())
            .mapToObj(i -> new WanBlock(params.at("blocks").at(i), config, form))
            .toList();
    head = new Head(params.at("head"), config);
  }

  /**
   * A transformer whose blocks multiply in 8 bits and compute all else in {@code compute}. Each
   * layer of {@code params} is freed when it has been made narrow.
   */
  public static WanTransformer int8(Params params, WanConfig config, DType compute) {
    return new WanTransformer(params, config, compute, Projection.Form.INT8);
  }

  public WanConfig config() {
    return config;
  }

  /**
   * Reads a text, once for all steps.
   *
   * @param features of the text encoder for the text's own tokens, not filled up (b m k)
   */
  public WanText read(Tensor features) {
    var tokens = text.forward(features.to(compute));
    return new WanText(
        blocks.stream().map(block -> block.cross().read(tokens)).toList(),
        text.bias(features.size(1)).to(compute).to(features.device()));
  }

  /**
   * Predicts noise minus data.
   *
   * @param latents and what is laid beside them (b c t h w), height and width even
   * @param modelTime from 1000 (noise) to 0 (data): (b), or (b g) for g runs of neighboring tokens,
   *     such as frames, each with a time of its own
   * @return (b c t h w), float32
   */
  public Tensor forward(Tensor latents, Tensor modelTime, WanText words) {
    var start = start(latents, modelTime);
    return finish(start, through(start, words));
  }

  /**
   * A step before its blocks.
   *
   * @param tokens of the latents (b n c)
   * @param time as it is embedded (b g c), float32
   * @param shared what it says to all blocks (b g 6 c), float32
   */
  record Start(
      Tensor tokens,
      RotaryPositions positions,
      Tensor time,
      Tensor shared,
      long frames,
      long rows) {}

  Start start(Tensor latents, Tensor modelTime) {
    int frames = (int) latents.size(2);
    int rows = (int) latents.size(3) / Patches.SIDE;
    int columns = (int) latents.size(4) / Patches.SIDE;
    var embedded = time.embed(modelTime.rank() == 1 ? modelTime.unsqueeze(1) : modelTime);
    return new Start(
        patches.forward(latents.to(compute)),
        RotaryPositions.of(frames, rows, columns, config.headWidth()).to(latents.device()),
        embedded,
        time.forward(embedded),
        frames,
        rows);
  }

  /** What the first block looks at (b n c). */
  Tensor firstSight(Start start) {
    return blocks.getFirst().sight(start.tokens(), start.shared());
  }

  /** The tokens after all blocks (b n c). */
  Tensor through(Start start, WanText words) {
    var tokens = start.tokens();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var layer = words.layers().get(i);
      var before = tokens;
      tokens =
          Scope.tidy(
              () -> block.forward(before, start.positions(), start.shared(), layer, words.bias()));
      if (i > 0) {
        before.close();
      }
    }
    return tokens;
  }

  Tensor finish(Start start, Tensor tokens) {
    return head.forward(tokens, start.time(), start.frames(), start.rows()).to(DType.FLOAT32);
  }

  /**
   * As {@link #forward(Tensor, Tensor, WanText)}, reading the text anew.
   *
   * @param features (b m k)
   */
  public Tensor forward(Tensor latents, Tensor modelTime, Tensor features) {
    return forward(latents, modelTime, read(features));
  }
}
