package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.ByteTokens;
import moviegen.text.Denoising;
import moviegen.text.DenoisingExample;
import moviegen.text.T5Config;
import moviegen.text.T5Denoiser;
import moviegen.text.TextTower;
import moviegen.text.TokenBatch;
import moviegen.world.Lexicon;

/**
 * The character-level tower's objective (paper §3.1.4, ByT5): what is quoted is written once more
 * in capitals, as signs have it, and words are also written where letters of them are missing.
 */
public final class LearnBytes implements Objective {
  private static final int BATCH = 128;
  private static final int DECODER_DEPTH = 1;
  private static final int SIGN = 5;
  private static final int VALIDATION = 512;

  private static final List<String> WORDS =
      Lexicon.words().stream().filter(word -> word.length() < TextTower.TINY_QUOTED).toList();

  private final Params params = Params.random();
  private final Denoising denoising = new Denoising(ByteTokens.BYTES);
  private final T5Config config;
  private final T5Denoiser denoiser;
  private final long seed;

  /** An objective for a tower of bytes. */
  public LearnBytes(T5Config config, long seed, DType compute) {
    this.config = config;
    this.seed = seed;
    denoiser = new T5Denoiser(params, config, DECODER_DEPTH, compute);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    return List.of(() -> loss(step));
  }

  private Tensor loss(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    List<DenoisingExample> examples = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      examples.add(example(random));
    }
    var read = TokenBatch.of(examples.stream().map(DenoisingExample::input).toList());
    var write = TokenBatch.of(examples.stream().map(DenoisingExample::target).toList());
    return denoiser.loss(read.ids(), read.mask(), write.targets());
  }

  private DenoisingExample example(SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      String text = random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT);
      return denoising.draw(ids(text), ids(word.toUpperCase(Locale.ROOT)), random);
    }
    int length =
        random.nextBoolean()
            ? random.nextInt(1, SIGN + 1)
            : random.nextInt(TextTower.TINY_QUOTED - 1);
    String text = letters(length, random.nextBoolean() ? 'A' : ' ', random);
    return denoising.rewrite(ids(text), ids(text.toUpperCase(Locale.ROOT)));
  }

  /** Random capitals, or any printable characters from {@code first} on. */
  private static String letters(int length, char first, SplittableRandom random) {
    int last = first == 'A' ? 'Z' : '~';
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(first, last + 1));
    }
    return text.toString();
  }

  private static int[] ids(String text) {
    return ByteTokens.encode(text, TextTower.TINY_QUOTED);
  }

  /** Among signs of one to five letters, how many are written as they were read. */
  @Override
  public Map<String, Double> validate() {
    var random = new SplittableRandom(~seed);
    List<String> signs = new ArrayList<>();
    for (int i = 0; i < VALIDATION; i++) {
      signs.add(letters(random.nextInt(1, SIGN + 1), 'A', random));
    }
    try (var _ = Scope.open()) {
      var read = TokenBatch.of(signs.stream().map(LearnBytes::ids).toList());
      var written = denoiser.write(
              read.ids(), read.mask(), new int[0], denoising.end(), TextTower.TINY_QUOTED);
      double right = 0;
      for (int i = 0; i < signs.size(); i++) {
        right += ByteTokens.decode(written.get(i)).equals(signs.get(i)) ? 1 : 0;
      }
      return Map.of("validation signs", right / VALIDATION);
    }
  }

  @Override
  public Shipment ship() {
    return new Shipment("bytes", Shipment.below(params, "encoder."), config, Map.of());
  }

  /** What writes, from which the tower's gate is measured. */
  @Override
  public Optional<Shipment> beside() {
    return Optional.of(
        new Shipment(
            "bytes-writer",
            Shipment.below(params, "decoder."),
            config.withDepth(DECODER_DEPTH),
            Map.of()));
  }

  @Override
  public void close() {
    params.close();
  }
}
