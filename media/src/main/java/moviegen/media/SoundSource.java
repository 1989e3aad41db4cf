package moviegen.media;

/** Sound of one channel that is read piece by piece, so that its length costs no memory. */
public interface SoundSource {
  /** Samples a second. */
  int rate();

  /** How many samples there are. */
  int length();

  /** Fills {@code into} with the samples from {@code from} on, silence beyond the end. */
  void read(int from, float[] into);

  /** The same sound in exactly so many samples: cut, or silent at its end. */
  default SoundSource fitted(int length) {
    var whole = this;
    return new SoundSource() {
      @Override
      public int rate() {
        return whole.rate();
      }

      @Override
      public int length() {
        return length;
      }

      @Override
      public void read(int from, float[] into) {
        whole.read(from, into);
      }
    };
  }
}
