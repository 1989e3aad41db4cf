package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Onsets that were heard against events that happened, matched one to one.
 *
 * @param events that count
 * @param heard onsets, without those that belong to other events
 * @param offsets of the matches in seconds, positive where the sound is late
 */
record OnsetMatch(int events, int heard, List<Double> offsets) {
  /** How far an onset may be from its event, in seconds. */
  static final double TOLERANCE = 0.1;

  OnsetMatch {
    offsets = List.copyOf(offsets);
  }

  /**
   * Matches as many as can be.
   *
   * @param onsets in order
   * @param events in order
   * @param others events that may be heard or not, in order
   */
  static OnsetMatch of(List<Double> onsets, List<Double> events, List<Double> others) {
    var left = new ArrayList<>(onsets);
    var offsets = take(left, events);
    var _ = take(left, others);
    return new OnsetMatch(events.size(), offsets.size() + left.size(), offsets);
  }

  /** Each event takes the first onset that is near enough; with equal tolerances that is best. */
  private static List<Double> take(List<Double> onsets, List<Double> events) {
    List<Double> offsets = new ArrayList<>();
    for (double event : events) {
      for (int i = 0; i < onsets.size(); i++) {
        if (Math.abs(onsets.get(i) - event) <= TOLERANCE) {
          offsets.add(onsets.remove(i) - event);
          break;
        }
      }
    }
    return offsets;
  }

  double precision() {
    return heard == 0 ? 0 : (double) offsets.size() / heard;
  }

  double recall() {
    return events == 0 ? 0 : (double) offsets.size() / events;
  }

  double f1() {
    return events + heard == 0 ? 0 : 2.0 * offsets.size() / (events + heard);
  }
}
