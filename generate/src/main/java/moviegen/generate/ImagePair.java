package moviegen.generate;

import java.util.List;
import moviegen.checkpoint.KeyMap;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipImageTower;
import moviegen.clip.ClipTextTower;
import moviegen.clip.ContrastiveLoss;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.text.TokenBatch;
import moviegen.text.Tokenizer;

/** A cast's pair of towers in which stills and captions find each other, until it is closed. */
public final class ImagePair implements AutoCloseable {
  private static final String PART = "clip";

  private final ClipConfig config;
  private final Loaded<ClipTextTower> texts;
  private final Loaded<ClipImageTower> images;
  private final Tokenizer tokenizer;

  private ImagePair(WeightsFile file, OwnCast cast) {
    var compute = MatrixRate.fastest();
    config = file.config(ClipConfig.class);
    texts =
        file.load(
            config,
            KeyMap.below("text"),
            compute,
            (params, shape) -> new ClipTextTower(params, shape, compute));
    images =
        file.load(
            config,
            KeyMap.below("image"),
            compute,
            (params, shape) -> new ClipImageTower(params, shape, compute));
    tokenizer = Tokenizer.read(cast.part("tokenizer").file());
  }

  /** Reads its weights; it computes in the type that this machine is fastest in. */
  public static ImagePair open(Cast cast) {
    try (var file = WeightsFile.open(cast.own(), PART)) {
      return new ImagePair(file, cast.own());
    }
  }

  /**
   * How near each caption is to each still.
   *
   * @param stills of one frame each
   * @return cosines, a row for each caption
   */
  public float[][] cosines(List<String> captions, List<Frames> stills) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var tokens =
          TokenBatch.of(
              captions.stream()
                  .map(text -> tokenizer.encode(text, config.contextLength()))
                  .toList());
      int side = config.imageSize();
      var pictures =
          Ops.cat(
              stills.stream()
                  .map(still -> Pixels.tensor(Bicubic.resize(still, side, side)).squeeze(0))
                  .toList(),
              0);
      var read = texts.model().forward(tokens.ids(), tokens.mask()).embedding();
      var seen = images.model().forward(pictures).embedding();
      var cosines = ContrastiveLoss.unit(read).matmul(ContrastiveLoss.unit(seen).transpose(0, 1));
      float[] all = HostMemory.floats(cosines);
      var rows = new float[captions.size()][stills.size()];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(all, i * stills.size(), rows[i], 0, stills.size());
      }
      return rows;
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    images.close();
    texts.close();
  }
}
