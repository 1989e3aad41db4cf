package moviegen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moviegen.audio.Ear;
import moviegen.audio.EarConfig;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.media.Samples;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** A cast's judge of sound, until it is closed. */
public final class EarPart implements AutoCloseable {
  private static final String NAME = "ear";

  private final Optional<Loaded<Ear>> loaded;

  private EarPart(Optional<Loaded<Ear>> loaded) {
    this.loaded = loaded;
  }

  /**
   * What a sound is taken for.
   *
   * @param mode of its music
   * @param pace of its music
   */
  public record Heard(List<String> kinds, boolean music, String mode, String pace) {
    public Heard {
      kinds = List.copyOf(kinds);
    }
  }

  public static boolean in(Cast cast) {
    return cast.find(NAME).isPresent();
  }

  /** Of a cast that has none. */
  public static EarPart none() {
    return new EarPart(Optional.empty());
  }

  /** Reads its weights. */
  public static EarPart open(Cast cast) {
    try (var file = WeightsFile.open(cast.own(), NAME)) {
      return new EarPart(
          Optional.of(file.load(file.config(EarConfig.class), DType.FLOAT32, Ear::new)));
    }
  }

  public boolean isThere() {
    return loaded.isPresent();
  }

  /** Listens to a sound. */
  public Heard listen(Samples sound) {
    var ear = loaded.orElseThrow().model();
    var config = ear.config();
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var heard = ear.listen(HostMemory.tensor(sound.values(), 1, sound.length()));
      float[] scores = HostMemory.floats(heard.kinds());
      List<String> kinds = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] > 0) {
          kinds.add(config.kinds().get(i));
        }
      }
      return new Heard(
          kinds,
          heard.music().item() > 0,
          config.modes().get(first(heard.mode())),
          config.paces().get(first(heard.pace())));
    }
  }

  private static int first(Tensor scores) {
    return (int) HostMemory.longs(scores.argmax(1))[0];
  }

  @Override
  public void close() {
    loaded.ifPresent(Loaded::close);
  }
}
