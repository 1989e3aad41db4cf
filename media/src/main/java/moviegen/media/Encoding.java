package moviegen.media;

/** How hard a film's pictures are compressed. */
public sealed interface Encoding {
  /** What films are written with: the pictures of a 128 pixel film lose nothing one sees. */
  Encoding FINE = new Quantizer(12);

  /**
   * The same loss in every frame, whatever it costs.
   *
   * @param value H.264's quantization parameter, 12 (the finest OpenH264 has) to 51
   */
  record Quantizer(int value) implements Encoding {
    public Quantizer {
      if (value < 12 || value > 51) {
        throw new IllegalArgumentException(
            "A quantizer is between 12 and 51, got %d.".formatted(value));
      }
    }
  }

  /** The same cost in every second. */
  record BitRate(long bitsPerSecond) implements Encoding {
    public BitRate {
      if (bitsPerSecond < 1_000 || bitsPerSecond > 500_000_000) {
        throw new IllegalArgumentException(
            "A bit rate is between 1000 and 500000000 bits a second, got %d."
                .formatted(bitsPerSecond));
      }
    }
  }
}
