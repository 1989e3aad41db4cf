package moviegen.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.FilmSight;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SightConfig;
import moviegen.dataset.SoundShard;
import moviegen.dataset.SoundStage;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Films with sound from a cache, as batches of equal pieces.
 *
 * @param stages what the shards of the same place are of
 * @param latentRate of the codec
 */
record SoundExamples(
    List<SoundShard> shards, List<SoundStage> stages, SightConfig sight, double latentRate) {
  SoundExamples {
    shards = List.copyOf(shards);
    stages = List.copyOf(stages);
  }

  static SoundExamples of(
      List<SoundShard> shards, List<SoundStage> stages, SightConfig sight, AudioCodecConfig codec) {
    return new SoundExamples(shards, stages, sight, codec.latentRate());
  }

  /** All but the last, to train on. */
  SoundExamples training() {
    int count = shards.size() - 1;
    return new SoundExamples(shards.subList(0, count), stages.subList(0, count), sight, latentRate);
  }

  /** The last, to look at. */
  SoundExamples unseen() {
    int last = shards.size() - 1;
    return new SoundExamples(
        List.of(shards.get(last)), List.of(stages.get(last)), sight, latentRate);
  }

  /**
   * Equal pieces of films of one length.
   *
   * @param latents of the whole sounds (b n c), float32
   * @param film what is seen during each of them (b n k), float32
   * @param seeds of the films' scenes
   */
  record Batch(Tensor latents, Tensor film, SoundStage stage, long... seeds) {
    int length() {
      return (int) latents.size(1);
    }

    /** The films from latent {@code from} on. */
    Tensor film(int from, int count) {
      return film.narrow(1, from, count);
    }

    /** {@code count} of these films from {@code start} on. */
    Batch part(int start, int count) {
      return new Batch(
          latents.narrow(0, start, count),
          film.narrow(0, start, count),
          stage,
          Arrays.copyOfRange(seeds, start, start + count));
    }

    Tensor sound(int from, int count) {
      return latents.narrow(1, from, count);
    }
  }

  /** Different films of one shard, as many as it has or as are asked for. */
  Batch draw(int count, SplittableRandom random) {
    int index = random.nextInt(shards.size());
    int films = shards.get(index).seeds().length;
    long[] rows = LongStream.range(0, films).toArray();
    int chosen = Math.min(count, films);
    for (int i = 0; i < chosen; i++) {
      int other = random.nextInt(i, films);
      long row = rows[other];
      rows[other] = rows[i];
      rows[i] = row;
    }
    return batch(index, Arrays.copyOf(rows, chosen));
  }

  /** The first films of the first shard. */
  Batch first(int count) {
    var rows = new long[Math.min(count, shards.getFirst().seeds().length)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return batch(0, rows);
  }

  private Batch batch(int index, long... rows) {
    var shard = shards.get(index);
    var chosen = HostMemory.tensor(rows, rows.length);
    var latents = shard.latents().indexSelect(0, chosen).to(DType.FLOAT32);
    var kept = shard.frames().indexSelect(0, chosen).to(DType.FLOAT32);
    var film =
        FrameFeatures.resampled(
            FilmSight.withChanges(kept, sight), FilmSight.RATE, latents.size(1), latentRate);
    List<Long> seeds = new ArrayList<>();
    for (long row : rows) {
      seeds.add(shard.seeds()[(int) row]);
    }
    return new Batch(
        latents,
        film.values(),
        stages.get(index),
        seeds.stream().mapToLong(Long::longValue).toArray());
  }

  /** A mask of ones where latents are known (b n). */
  static Tensor known(List<SoundDropout.Given> given, int latents) {
    float[] mask = new float[given.size() * latents];
    for (int i = 0; i < given.size(); i++) {
      int from = i * latents + given.get(i).from();
      Arrays.fill(mask, from, from + given.get(i).known(), 1);
    }
    return HostMemory.tensor(mask, given.size(), latents);
  }

  /** One where the film is seen (b). */
  static Tensor present(List<SoundDropout.Given> given) {
    return Ops.tensor(given.stream().mapToDouble(one -> one.film() ? 1 : 0).toArray());
  }
}
