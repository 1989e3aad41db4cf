package moviegen.world;

import java.util.List;

/** The kinds of sound of the drawn world. */
public final class SoundKinds {
  /** What begins at an instant. */
  public static final List<String> CUES =
      List.of(
          "impact", "hop", "landing", "step", "flap", "tumble", "whoosh", "splash", "sparkle",
          "squeak", "twig", "chirp", "bark", "meow", "beep", "bell", "thunder");

  /** What goes on and on. */
  public static final List<String> BEDS =
      List.of(
          "wind",
          "rustle",
          "rain",
          "surf",
          "lapping",
          "traffic",
          "crickets",
          "engine",
          "motor",
          "roar",
          "hum",
          "rolling",
          "scraping");

  /** What is heard when something touches the ground, at an instant that the picture shows. */
  public static final List<String> TOUCHES = List.of("impact", "landing", "step", "tumble");

  private SoundKinds() {}
}
