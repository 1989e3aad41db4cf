package moviegen.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.media.Frames;

/** A small run of a folder of public weights, and what was seen. */
public final class FolderCheck {
  private static final String PROMPT = "A cat walks on the grass, realistic style.";
  private static final FrameSize SMALL = new FrameSize(128, 128);
  private static final int STEPS = 4;

  private FolderCheck() {}

  /**
   * Makes a picture and a second of film, and describes both.
   *
   * @param nameOrFolder of the cast
   */
  public static Map<String, Object> run(
      String nameOrFolder, boolean eightBit, Onlooker onlooker, Cancel cancel) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("version", Version.current());
    var cast = Cast.named(nameOrFolder);
    if (!(cast instanceof WanCast plain)) {
      throw new IllegalArgumentException(
          "\"%s\" holds models of this program's own; its tests check them."
              .formatted(cast.name()));
    }
    var machine = Machine.here();
    facts.put("processor", machine.processor());
    facts.put("cores", machine.cores());
    facts.put("memory_bytes", machine.memoryBytes());
    var folder = FolderFacts.of(plain.folder());
    folder.remove("folder");
    facts.put("cast", folder);
    var wan = plain.with(new WanOptions(List.of(), eightBit, 0, Optional.empty()));
    facts.put("eight_bit", eightBit);
    try (var studio = Studio.open(wan)) {
      var defaults = wan.defaults();
      var small =
          new Defaults(SMALL, 1, defaults.fps(), STEPS, defaults.guidance(), defaults.negative());
      facts.put("picture", seen(studio.generate(small.image(PROMPT), onlooker, cancel)));
      facts.put("film", seen(studio.generate(small.film(PROMPT), onlooker, cancel)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      var place = plain.folder().toString();
      facts.put("problem", String.valueOf(e.getMessage()).replace(place, "."));
    }
    return facts;
  }

  private static Map<String, Object> seen(Film film) {
    var facts = new LinkedHashMap<String, Object>();
    var request = film.request();
    facts.put("size", request.size().toString());
    facts.put("frames", request.frames());
    facts.put("steps", request.steps());
    var seconds = new LinkedHashMap<String, Object>();
    for (Stage stage : Stage.values()) {
      seconds.put(stage.label(), rounded(film.seconds().getOrDefault(stage, 0.0)));
    }
    facts.put("seconds", seconds);
    facts.put("peak_memory_bytes", film.peakMemoryBytes());
    facts.put("colors", colors(film.frames()));
    return facts;
  }

  /** Mean and spread of all values, and how much neighboring frames differ; 0 to 255. */
  private static Map<String, Object> colors(Frames frames) {
    var pixels = frames.pixels();
    int all = pixels.capacity();
    int frame = all / frames.count();
    double sum = 0;
    double squares = 0;
    double motion = 0;
    for (int i = 0; i < all; i++) {
      int value = pixels.get(i) & 0xff;
      sum += value;
      squares += (double) value * value;
      motion += i < frame ? 0 : Math.abs(value - (pixels.get(i - frame) & 0xff));
    }
    var facts = new LinkedHashMap<String, Object>();
    double mean = sum / all;
    facts.put("mean", rounded(mean));
    facts.put("deviation", rounded(Math.sqrt(Math.max(0, squares / all - mean * mean))));
    facts.put("motion", rounded(motion / Math.max(1, all - frame)));
    return facts;
  }

  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
