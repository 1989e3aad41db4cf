package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The text of a soundtrack in the paper's four fields: quality, voices and music, what is heard,
 * and what the music is like, in words that the text towers know. Table 27.
 */
public final class SoundCaption {
  private static final JsonNode PHRASES = Resources.json("sounds.json");
  private static final int MOST = 3;
  private static final List<String> UNSAID = List.of("hop");

  private final Soundtrack track;
  private final List<Cue> cues;
  private final List<Bed> beds;
  private final SplittableRandom random;

  private SoundCaption(Soundtrack track, long seed) {
    this.track = track;
    cues = track.cues();
    beds = track.beds();
    random = new SplittableRandom(Scene.mix(seed, track.scene().seed() + 0x50));
  }

  /** The four fields; another seed gives other words for the same sound. */
  public static String of(Soundtrack track, long seed) {
    var caption = new SoundCaption(track, seed);
    boolean music = track.music().isPresent();
    double chance = caption.random.nextDouble();
    double likelihood = music ? 0.8 + 0.19 * chance : 0.01 + 0.08 * chance;
    return String.format(
        Locale.ROOT,
        "The audio has quality: %.1f. The audio does not contain speech. The audio does not"
            + " contain vocal singing. The audio contains music with a %.2f likelihood. The audio"
            + " has a description: \"%s.\" The audio has a music description (if applicable):"
            + " \"%s.\"",
        music ? 8.0 : 7.0,
        likelihood,
        Caption.capital(caption.heard()),
        Caption.capital(caption.music()));
  }

  /** What is heard, as one would type it: "footsteps on snow and soft wind". */
  public static String description(Soundtrack track, long seed) {
    return new SoundCaption(track, seed).heard();
  }

  /** What the music is like, "no music" where there is none. */
  public static String music(Soundtrack track, long seed) {
    return new SoundCaption(track, seed).music();
  }

  private String heard() {
    if (!track.diegetic()) {
      return any("only_music");
    }
    var said = new ArrayList<String>();
    for (String kind : salient()) {
      String phrase = filled(any(kind));
      said.add(visible(kind) || random.nextInt(3) > 0 ? phrase : phrase + " " + any("behind"));
    }
    String text = listed(said);
    return Echo.of(track.scene().place()).delays().length > 0 && random.nextBoolean()
        ? text + " " + any("echo")
        : text;
  }

  /** What one notices first: what happens in the picture, then what goes on, then the rest. */
  private List<String> salient() {
    var kinds = new ArrayList<String>();
    cues.stream().filter(Cue::visible).map(Cue::kind).forEach(kinds::add);
    beds.stream()
        .sorted((a, b) -> Double.compare(b.level(), a.level()))
        .map(Bed::kind)
        .forEach(kinds::add);
    cues.stream().map(Cue::kind).forEach(kinds::add);
    kinds.removeAll(UNSAID);
    return kinds.stream().distinct().limit(MOST).toList();
  }

  private boolean visible(String kind) {
    return cues.stream().anyMatch(cue -> cue.kind().equals(kind) && cue.visible())
        || beds.stream().anyMatch(bed -> bed.kind().equals(kind) && bed.visible());
  }

  private String filled(String phrase) {
    var scene = track.scene();
    return phrase
        .replace("{subject}", scene.subject())
        .replace("{size}", scene.size())
        .replace("{ground}", ground(scene.place()))
        .strip();
  }

  private static String ground(String place) {
    return switch (place) {
      case "beach", "desert" -> "on sand";
      case "snowfield" -> "on snow";
      case "meadow" -> "on grass";
      case "forest" -> "in the woods";
      case "city" -> "on a street";
      default -> "";
    };
  }

  private String music() {
    if (track.music().isEmpty()) {
      return any("no_music");
    }
    var tune = track.music().get();
    String tempo = tune.pace().equals("easy") ? "" : tune.pace() + " tempo,";
    return any("music")
        .replace("{mood}", tune.mood())
        .replace("{mode}", tune.mode())
        .replace("{instruments}", listed(tune.instruments()))
        .replace("{tempo}", tempo)
        .replaceAll(" +", " ")
        .replace(", in a", " in a");
  }

  private static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private String any(String name) {
    var ways = PHRASES.get(name);
    return ways.get(random.nextInt(ways.size())).asText();
  }
}
