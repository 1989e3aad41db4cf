package moviegen.world;

import java.util.ArrayList;
import java.util.List;

/**
 * One flight between two touches of the ground: a parabola.
 *
 * @param start seconds, may be before the film begins
 * @param duration seconds in the air
 * @param apex height of its highest point
 * @param rest seconds on the ground after it
 */
record Arc(double start, double duration, double apex, double rest) {
  private static final double SQUASH = 0.07;

  /** Bounces that lose speed until they are low, and then are begun anew. */
  static List<Arc> bounces(
      double apex, double gravity, double restitution, double offset, double seconds) {
    var arcs = new ArrayList<Arc>();
    double height = apex;
    double time = -Math.sqrt(8 * height / gravity) * (0.2 + 0.3 * offset);
    while (time < seconds) {
      double duration = Math.sqrt(8 * height / gravity);
      arcs.add(new Arc(time, duration, height, 0));
      time += duration;
      height *= restitution * restitution;
      if (height < apex * 0.3) {
        height = apex;
      }
    }
    return List.copyOf(arcs);
  }

  /** Equal jumps with a crouch between. */
  static List<Arc> hops(double apex, double period, double seconds) {
    var arcs = new ArrayList<Arc>();
    for (double time = 0.1 * period; time < seconds; time += period) {
      arcs.add(new Arc(time, 0.64 * period, apex, 0.36 * period));
    }
    if (arcs.isEmpty()) {
      arcs.add(new Arc(0.1 * period, 0.64 * period, apex, 0.36 * period));
    }
    return List.copyOf(arcs);
  }

  /** A fall from a height, and the small rebounds after it. */
  static List<Arc> fall(double height, double seconds) {
    var arcs = new ArrayList<Arc>();
    double apex = height;
    double time = -seconds;
    double duration = 2 * seconds;
    while (apex > 0.004) {
      arcs.add(new Arc(time, duration, apex, 0));
      time += duration;
      apex *= 0.1;
      duration *= Math.sqrt(0.1);
    }
    return List.copyOf(arcs);
  }

  double end() {
    return start + duration;
  }

  /** Height above the ground at a time. */
  static double lift(List<Arc> arcs, double time) {
    for (Arc arc : arcs) {
      double part = (time - arc.start) / arc.duration;
      if (part >= 0 && part < 1) {
        return 4 * arc.apex * part * (1 - part);
      }
    }
    return 0;
  }

  /** How much taller the body is: squashed at a touch, drawn out in flight. */
  static double stretch(List<Arc> arcs, double time) {
    double stretch = 1;
    for (Arc arc : arcs) {
      double strength = Math.min(1, Math.sqrt(arc.apex / 0.2));
      double since = (time - arc.end()) / SQUASH;
      stretch -= 0.26 * strength * Math.exp(-since * since);
      if (arc.rest > 0) {
        double before = (time - arc.start) / SQUASH;
        stretch -= 0.14 * strength * Math.exp(-before * before);
      }
      double part = (time - arc.start) / arc.duration;
      if (part > 0 && part < 1) {
        double speed = Math.abs(1 - 2 * part);
        stretch += 0.1 * strength * speed * speed;
      }
    }
    return Math.max(0.6, stretch);
  }

  /** Which way the limbs go: a quarter at the top of a jump, three quarters in a crouch. */
  static double phase(List<Arc> arcs, double time) {
    for (Arc arc : arcs) {
      double part = (time - arc.start) / arc.duration;
      if (part >= 0 && part < 1) {
        return part / 2;
      }
      double crouch = (time - arc.end()) / Math.max(1e-9, arc.rest);
      if (crouch >= 0 && crouch < 1) {
        return 0.5 + crouch / 2;
      }
    }
    return 0;
  }

  /** How many flights are done, in fractions. */
  static double advance(List<Arc> arcs, double time) {
    double done = 0;
    for (Arc arc : arcs) {
      done += Math.clamp((time - arc.start) / arc.duration, 0.0, 1.0);
    }
    return done;
  }

  static void events(List<Arc> arcs, boolean jumps, double seconds, List<Event> events) {
    for (Arc arc : arcs) {
      double strength = Math.min(1, Math.sqrt(arc.apex / 0.4));
      if (jumps && arc.start >= 0 && arc.start < seconds) {
        events.add(new Event("hop", arc.start, strength));
      }
      if (arc.end() >= 0 && arc.end() < seconds) {
        events.add(new Event(jumps ? "landing" : "impact", arc.end(), strength));
      }
    }
  }
}
