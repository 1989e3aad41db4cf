package moviegen.world;

import java.util.List;
import moviegen.media.Frames;
import moviegen.media.Sheet;
import moviegen.media.Spectrogram;

/** Spectrograms of soundtracks under each other, a tick for each cue in the picture. */
public final class SoundSheet {
  private SoundSheet() {}

  /**
   * Draws soundtracks as they come.
   *
   * @return one frame, (1 h w c)
   */
  public static Frames of(List<Soundtrack> tracks, int width, int height) {
    return Sheet.rows(tracks.stream().map(track -> drawn(track, width, height)).toList(), 1);
  }

  private static Frames drawn(Soundtrack track, int width, int height) {
    var marks = track.cues().stream().filter(Cue::visible).map(Cue::seconds).toList();
    return Spectrogram.draw(track.render(), width, height, marks);
  }
}
