package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Optional;
import moviegen.flow.StepListener;
import moviegen.generate.Cast;
import moviegen.generate.SoundRequest;
import moviegen.generate.SoundRoom;
import moviegen.generate.SoundWish;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.media.Sheet;
import moviegen.media.Spectrogram;
import moviegen.world.Renderer;

/** Spectrograms of sound made for films as they come, with a tick for each touch of the picture. */
public final class SoundFilmsSheet {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 120;

  private SoundFilmsSheet() {}

  /**
   * Makes the sound of the first held-out films in which something touches the ground.
   *
   * @return one frame
   */
  public static Frames of(Cast cast, int count, CountListener listener) {
    var rows = new ArrayList<Frames>();
    try (var room = SoundRoom.open(cast)) {
      for (var scene : SoundTruth.withTouches().limit(count).toList()) {
        int index = rows.size();
        var shot = SoundTruth.shot(index);
        var request =
            SoundRequest.of(new SoundWish(false, Optional.empty(), Optional.of(false)), index + 1L);
        int samples = (int) Math.round(shot.seconds() * Samples.RATE);
        var film = Renderer.render(scene, shot);
        var sound = room.whole(request, Optional.of(film), samples, StepListener.NONE);
        var touches = SoundTruth.of(scene, shot).touches();
        rows.add(Spectrogram.draw(sound, WIDTH, HEIGHT, touches));
        listener.onCount(index + 1, count);
      }
    }
    return Sheet.rows(rows, 1);
  }
}
