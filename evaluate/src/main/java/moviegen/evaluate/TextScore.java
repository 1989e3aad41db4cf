package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.generate.Cast;
import moviegen.generate.WritingTower;
import moviegen.world.Caption;
import moviegen.world.HeldOut;
import moviegen.world.Scene;

/**
 * What the prompt-level tower knows of a caption (paper §3.1.4): the attributes that are written
 * down from the long captions of held-out scenes, value by value.
 */
public final class TextScore {
  private static final int AT_ONCE = 32;
  private static final int FPS = 16;

  /** What every list of attributes begins with, and no caption. */
  private static final String LIST = "place";

  private final Map<String, Shares> byAttribute = new LinkedHashMap<>();
  private final Tally all = new Tally();

  private TextScore() {}

  /**
   * Measures a cast's tower on {@code count} captions.
   *
   * @param command what to type to find it again
   */
  public static Report of(Cast cast, int count, String command, CountListener listener) {
    var scenes = Footage.scenes().limit(count).toList();
    var score = new TextScore();
    try (var tower = WritingTower.ofPrompts(cast)) {
      for (int start = 0; start < count; start += AT_ONCE) {
        var some = scenes.subList(start, Math.min(start + AT_ONCE, count));
        var captions = some.stream().map(scene -> Caption.full(scene, scene.seed(), FPS)).toList();
        var written = tower.write(captions, LIST);
        for (int i = 0; i < some.size(); i++) {
          var truth = AttributeList.parse(tower.asWritten(Caption.attributes(some.get(i))));
          score.add(some.get(i), truth, AttributeList.parse(written.get(i)));
        }
        listener.onCount(start + some.size(), count);
      }
    }
    return score.report(count, command);
  }

  void add(Scene scene, Map<String, String> truth, Map<String, String> said) {
    boolean whole = true;
    for (var entry : truth.entrySet()) {
      String attribute = entry.getKey();
      boolean right = entry.getValue().equals(said.get(attribute));
      String value = attribute.equals("sign") ? "letters" : entry.getValue();
      byAttribute.computeIfAbsent(attribute, _ -> new Shares()).add(value, right);
      all.add("values", right ? 1 : 0);
      if (HeldOut.pair(scene.subject(), scene.color())) {
        all.add("values/new pairs", right ? 1 : 0);
      } else if (HeldOut.triple(scene.subject(), scene.color(), scene.action())) {
        all.add("values/new triples", right ? 1 : 0);
      }
      whole &= right;
    }
    all.add("all values of a caption", whole ? 1 : 0);
    all.add("invented", truth.keySet().containsAll(said.keySet()) ? 0 : 1);
  }

  private Report report(int count, String command) {
    List<Row> rows = new ArrayList<>(all.rows());
    byAttribute.forEach((name, shares) -> rows.add(Row.of(name, shares.macroAverage())));
    return new Report("text", count, command, rows, all.row("values").score().value());
  }
}
