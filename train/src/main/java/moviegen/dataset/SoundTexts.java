package moviegen.dataset;

import java.util.Optional;
import java.util.SplittableRandom;
import moviegen.audio.SoundPrompt;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundCaption;
import moviegen.world.Soundtrack;

/**
 * The text that a film's sound comes with. Now and then a field is left out, so that a request may
 * leave it out, too.
 */
public final class SoundTexts {
  private static final double UNDESCRIBED = 0.35;
  private static final double MUSIC_UNSAID = 0.2;
  private static final double MUSIC_UNDESCRIBED = 0.5;

  private SoundTexts() {}

  /** A text of the natural soundtrack of a film, another for each {@code draw}. */
  public static String of(Scene scene, Shot shot, SplittableRandom draw) {
    var track = Soundtrack.of(scene, shot);
    boolean music = track.music().isPresent();
    long words = draw.nextLong();
    double chance = draw.nextDouble();
    double likelihood = music ? 0.8 + 0.19 * chance : 0.01 + 0.08 * chance;
    boolean described = draw.nextDouble() >= UNDESCRIBED;
    boolean said = draw.nextDouble() >= MUSIC_UNSAID;
    boolean musicDescribed = draw.nextDouble() >= MUSIC_UNDESCRIBED;
    return new SoundPrompt(
            SoundPrompt.quality(Optional.of(music).filter(_ -> said)),
            Optional.of(likelihood).filter(_ -> said),
            Optional.of(SoundCaption.description(track, words)).filter(_ -> described),
            Optional.of(SoundCaption.music(track, words))
                .filter(_ -> said && (musicDescribed || !music)))
        .text();
  }
}
