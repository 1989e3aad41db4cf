package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.MelDistance;
import moviegen.dataset.Prefetch;
import moviegen.dataset.SoundBatch;
import moviegen.dataset.WorldSounds;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Scene;

/**
 * The codec's objective (paper §6.1): the distance as it is heard, the wave's own error, and a
 * little of the divergence from the unit normal.
 *
 * @see CodecLoss
 */
public final class LearnCodec implements Objective {
  private static final int AHEAD = 4;
  private static final long OTHER_SEEDS = 1L << 41;
  private static final int VALIDATION = 4;
  private static final int STATISTICS = 16;

  private final Params params = Params.random();
  private final AudioCodecConfig config;
  private final AudioCodec codec;
  private final CodecLoss weights;
  private final MelDistance distance;
  private final WorldSounds sounds;
  private final Prefetch<SoundBatch> batches;

  /**
   * @param batch pieces of a step
   * @param latents of a piece
   */
  public LearnCodec(
      AudioCodecConfig config,
      CodecLoss weights,
      int batch,
      int latents,
      long seed,
      DType compute) {
    this.config = config;
    this.weights = weights;
    this.sounds = new WorldSounds(seed, Scene::training, batch, latents * config.hop());
    this.batches = new Prefetch<>(sounds::batch, AHEAD, 1);
    this.codec = new AudioCodec(params, config, compute);
    this.distance = new MelDistance(config.sampleRate());
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return sounds.count();
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    var waves = batches.get(step).tensor();
    var noise =
        Ops.randn(batch(), config.latents(sounds.samples()), config.latentChannels());
    return BatchParts.of(
        batch(),
        (start, count) ->
            loss(waves.narrow(0, start, count), noise.narrow(0, start, count), meter));
  }

  private Tensor loss(Tensor wave, Tensor noise, Meter meter) {
    var posterior = codec.posterior(wave);
    var back = codec.reconstruct(posterior.sample(noise));
    return weights.of(back, wave, posterior, distance, meter);
  }

  @Override
  public Map<String, Double> validate() {
    var unseen = new WorldSounds(OTHER_SEEDS, Scene::random, sounds.count(), sounds.samples());
    var meter = new Meter();
    for (int i = 0; i < VALIDATION; i++) {
      try (var _ = Scope.open()) {
        var wave = unseen.batch(i).tensor();
        var back = codec.reconstruct(codec.posterior(wave).mean());
        meter.add("other mel", distance.of(back, wave).item());
        meter.add("other snr", signalToNoise(back, wave));
      }
    }
    return meter.take();
  }

  /** Notes the mean and the spread of latents of the training mix. */
  @Override
  public void measure() {
    try (var _ = Scope.open()) {
      List<Tensor> means = new ArrayList<>();
      for (long step = 1; means.size() < STATISTICS; step++) {
        var batch = sounds.batch(step);
        means.add(Scope.tidy(() -> codec.posterior(batch.tensor()).mean().contiguous()));
      }
      codec.standardizeBy(Ops.cat(means, 0));
    }
  }

  @Override
  public Shipment ship() {
    return new Shipment("codec", params.asMap(), config, Map.of());
  }

  /** Scale-invariant signal-to-noise ratio in decibels, averaged over the batch. */
  static double signalToNoise(Tensor back, Tensor wave) {
    try (var _ = Scope.open()) {
      var a = back.sub(back.meanKeeping(1));
      var b = wave.sub(wave.meanKeeping(1));
      var scale = a.mul(b).meanKeeping(1).div(b.mul(b).meanKeeping(1).add(1e-12));
      var signal = b.mul(scale);
      var noise = a.sub(signal);
      var ratio =
          signal
              .mul(signal)
              .meanKeeping(1)
              .add(1e-12)
              .log()
              .sub(noise.mul(noise).meanKeeping(1).add(1e-12).log());
      return ratio.mean().item() * 10 / Math.log(10);
    }
  }

  @Override
  public void close() {
    batches.close();
    distance.close();
    params.close();
  }
}
