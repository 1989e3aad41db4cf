package moviegen.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import moviegen.flow.StepListener;
import moviegen.generate.SoundRequest;
import moviegen.generate.SoundRoom;
import moviegen.generate.SoundWish;
import moviegen.media.Samples;
import moviegen.world.Renderer;
import moviegen.world.Shot;
import moviegen.world.Soundtrack;

/** Whether one hears where the windows of a long film's sound meet. */
final class SeamScore {
  private static final int WINDOWS = 8;
  private static final int FPS = 16;
  private static final int SIDE = 128;

  private SeamScore() {}

  /**
   * Changes at seams and between them, of the sound of a film of eight windows and of its truth.
   */
  static List<Row> of(SoundRoom room, SoundDistance distance) {
    double stride = room.strideSeconds();
    double seconds = WINDOWS * stride + room.overlapSeconds();
    var scene = Footage.scenes().findFirst().orElseThrow();
    var shot = new Shot(SIDE, SIDE, (int) Math.ceil(seconds * FPS), FPS);
    var request =
        SoundRequest.of(new SoundWish(false, Optional.empty(), Optional.of(false)), scene.seed());
    int samples = (int) Math.round(shot.seconds() * Samples.RATE);
    var made =
        room.whole(request, Optional.of(Renderer.render(scene, shot)), samples, StepListener.NONE);
    var truth = Soundtrack.of(scene, shot, true, false).render();
    double half = room.overlapSeconds() / 2;
    var seams = Seams.at(made, distance, places(stride, half));
    var inside = Seams.at(made, distance, places(stride, half + stride / 2));
    var real = Seams.at(truth, distance, places(stride, half));
    return List.of(
        Row.of("seams/level, dB/at seams", Interval.of(seams.levels())),
        Row.of("seams/level, dB/between them", Interval.of(inside.levels())),
        Row.of("seams/level, dB/truth", Interval.of(real.levels())),
        Row.of("seams/timbre/at seams", Interval.of(seams.timbres())),
        Row.of("seams/timbre/between them", Interval.of(inside.timbres())),
        Row.of("seams/timbre/truth", Interval.of(real.timbres())));
  }

  private static DoubleStream places(double stride, double from) {
    return IntStream.range(1, WINDOWS - 1).mapToDouble(i -> from + i * stride);
  }
}
