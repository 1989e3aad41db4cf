package moviegen.generate;

import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.media.Samples;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/** A cast's codec by itself, until it is closed. */
public final class CodecPart implements AutoCloseable {
  private static final String NAME = "codec";

  private final Loaded<AudioCodec> loaded;

  private CodecPart(Loaded<AudioCodec> loaded) {
    this.loaded = loaded;
  }

  /** Reads its weights; it computes in the type that this machine is fastest in. */
  public static CodecPart open(Cast cast) {
    return open(cast, MatrixRate.choose());
  }

  private static CodecPart open(Cast cast, DType compute) {
    try (var file = WeightsFile.open(cast.own(), NAME)) {
      return new CodecPart(
          file.load(
              file.config(AudioCodecConfig.class),
              compute,
              (params, config) -> new AudioCodec(params, config, compute)));
    }
  }

  /** What comes back of a sound. */
  public Samples copy(Samples sound) {
    return copy(loaded.model(), sound);
  }

  static Samples copy(AudioCodec codec, Samples sound) {
    var back = new float[sound.length()];
    var at = new int[1];
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var latents = codec.encode(HostMemory.tensor(sound.values(), 1, sound.length()));
      codec.decode(
          latents,
          sound.length(),
          piece -> {
            float[] values = HostMemory.floats(piece);
            System.arraycopy(values, 0, back, at[0], values.length);
            at[0] += values.length;
          });
    }
    return new Samples(sound.rate(), back);
  }

  @Override
  public void close() {
    loaded.close();
  }
}
