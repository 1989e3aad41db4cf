package moviegen.audio;

import java.util.function.UnaryOperator;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Encodes and decodes sound of any length in pieces whose results are those of the whole: each is
 * computed with as much around it as has a say in it, and cut to its own part.
 *
 * @param config of the codec
 * @param length latents of a piece
 */
record CodecChunks(AudioCodecConfig config, long length) {
  CodecChunks {
    if (length < 1) {
      throw new IllegalArgumentException("A piece has %d latents, expected 1".formatted(length));
    }
  }

  /** Takes one piece after the other; a piece lives until this returns. */
  @FunctionalInterface
  interface Sink {
    void take(long start, Tensor piece);
  }

  /** A piece: its first latent, the one after its last, and the same with what is around it. */
  private record Piece(long start, long end, long from, long to) {
    static Piece of(long start, long length, long around, long latents) {
      long end = Math.min(start + length, latents);
      return new Piece(start, end, Math.max(0, start - around), Math.min(latents, end + around));
    }
  }

  /**
   * Hands on one piece of latents after the other (b n c).
   *
   * @param samples of the whole wave
   * @param whole encodes a wave of a multiple of the hop (b t)
   */
  void encode(long samples, Wave wave, UnaryOperator<Tensor> whole, Sink sink) {
    int hop = config.hop();
    long latents = config.latents(samples);
    long around = Math.ceilDiv(CodecEncoder.reach(config), hop);
    for (long start = 0; start < latents; start += length) {
      var piece = Piece.of(start, length, around, latents);
      try (var _ = Scope.open()) {
        long first = piece.from * hop;
        long there = Math.min(samples, piece.to * hop) - first;
        var part = Wave.mirrored(wave.samples(first, there), (piece.to - piece.from) * hop);
        sink.take(
            piece.start,
            whole.apply(part).narrow(1, piece.start - piece.from, piece.end - piece.start));
      }
    }
  }

  /**
   * Hands on one piece of the wave's first {@code samples} samples after the other (b t).
   *
   * @param latents (b n c)
   * @param whole decodes latents
   */
  void decode(Tensor latents, long samples, UnaryOperator<Tensor> whole, Sink sink) {
    int hop = config.hop();
    long around = Math.ceilDiv(CodecDecoder.reach(config), hop);
    for (long start = 0; start < latents.size(1); start += length) {
      var piece = Piece.of(start, length, around, latents.size(1));
      try (var _ = Scope.open()) {
        var wave = whole.apply(latents.narrow(1, piece.from, piece.to - piece.from));
        long first = piece.start * hop;
        long length = Math.min(samples, piece.end * hop) - first;
        sink.take(first, wave.narrow(1, (piece.start - piece.from) * hop, length));
      }
    }
  }
}
