package moviegen.generate;

import moviegen.generate.WeightsFile.Loaded;
import moviegen.judge.Judge;
import moviegen.judge.JudgeConfig;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;

/** A cast's judge by itself, until it is closed. */
public final class JudgePart implements AutoCloseable {
  private static final String NAME = "judge";

  private final Loaded<Judge> loaded;

  private JudgePart(Loaded<Judge> loaded) {
    this.loaded = loaded;
  }

  /** Whether a cast has one. */
  public static boolean isIn(Cast cast) {
    return cast.find(NAME).isPresent();
  }

  /** Reads its weights; it computes in the type that this machine is fastest in. */
  public static JudgePart open(Cast cast) {
    return open(cast, MatrixRate.fastest());
  }

  /**
   * Reads its weights.
   *
   * @param compute the type to compute in
   */
  public static JudgePart open(Cast cast, DType compute) {
    try (var file = WeightsFile.open(cast.own(), NAME)) {
      return new JudgePart(
          file.load(
              file.config(JudgeConfig.class),
              compute,
              (params, config) -> new Judge(params, config, compute)));
    }
  }

  public Judge judge() {
    return loaded.model();
  }

  @Override
  public void close() {
    loaded.close();
  }
}
