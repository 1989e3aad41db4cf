package moviegen.evaluate;

import java.util.Map;
import java.util.Set;
import moviegen.world.Vocabulary;

/** How much motion a truth asks for. */
enum MotionLevel {
  /** Nothing travels, and the camera stands. */
  LOW,
  /** Something travels, or the camera moves. */
  MEDIUM,
  /** Both, or something travels quickly. */
  HIGH;

  private static final Set<String> STANDING = Set.of("", "static shot");

  static MotionLevel of(Map<String, String> truth) {
    boolean travels = Vocabulary.get().travels(truth.getOrDefault("action", ""));
    boolean moves = !STANDING.contains(truth.getOrDefault("camera", ""));
    boolean quick = "quickly".equals(truth.get("speed"));
    if (travels && (moves || quick)) {
      return HIGH;
    }
    return travels || moves ? MEDIUM : LOW;
  }
}
