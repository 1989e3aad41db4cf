package moviegen.world;

/** White noise of −1 to 1 that a seed decides. */
final class Hiss {
  private long state;

  Hiss(long seed) {
    state = Scene.mix(seed, 0x4155) | 1;
  }

  double next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return (state >> 11) * 0x1p-52;
  }
}
