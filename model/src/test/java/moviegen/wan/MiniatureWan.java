package moviegen.wan;

import java.nio.file.Path;
import moviegen.text.T5Config;
import moviegen.wan.WanPart.Layout;

/** A whole folder of random weights of the family, as small as can be. */
public final class MiniatureWan {
  public static final T5Config TEXT =
      new T5Config(300, 32, 2, 4, 8, 64, 32, 128, T5Config.Activation.GELU, false);

  public static final RandomWan MODELS =
      new RandomWan(WanConfig.MINIATURE, TEXT, WanAutoencoderConfig.wan21(8));

  private MiniatureWan() {}

  /** Writes it and returns the folder. */
  public static Path write(Path folder, Layout layout) {
    MODELS.write(folder, layout, _ -> {});
    return folder;
  }
}
