package moviegen.train;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * The objective of an autoencoder whose encoder is frozen: the same films come back better, and
 * their latents stay what they are, so that a transformer of the old weights works with the new.
 */
final class LearnDecoder implements Objective {
  private static final String LEARNED = "decoder.";
  private static final String PART = "autoencoder";

  private final LearnAutoencoder whole;
  private final List<String> standsFor;

  private LearnDecoder(LearnAutoencoder whole, List<String> standsFor) {
    this.whole = whole;
    this.standsFor = List.copyOf(standsFor);
  }

  /** Goes on with the decoder that {@code cast} has. */
  static LearnDecoder of(CastFolder cast, AutoencoderLoss weights, long seed, DType compute) {
    var config = cast.config(PART, AutoencoderConfig.class);
    return new LearnDecoder(
        cast.load(
            PART,
            DType.FLOAT32,
            source ->
                new LearnAutoencoder(
                    Params.trainable(source, name -> name.startsWith(LEARNED)),
                    config,
                    weights,
                    seed,
                    compute)),
        cast.hashesOf(PART));
  }

  @Override
  public Params params() {
    return whole.params();
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    return whole.losses(step, meter);
  }

  @Override
  public int batch() {
    return whole.batch();
  }

  @Override
  public Map<String, Double> validate() {
    return whole.validate();
  }

  /** With another encoder the latents would not stay what they are. */
  @Override
  public void requireFit(CastFolder cast) {
    if (!standsFor.contains(cast.sha256(PART))) {
      throw new IllegalArgumentException(
          "The autoencoder of %s is another than the one whose decoder is to learn; use another --cast"
              .formatted(cast.path()));
    }
  }

  @Override
  public Shipment ship() {
    var shipment = whole.ship();
    return new Shipment(
        shipment.part(), shipment.tensors(), shipment.config(), shipment.needs(), standsFor);
  }

  @Override
  public void close() {
    whole.close();
  }
}
