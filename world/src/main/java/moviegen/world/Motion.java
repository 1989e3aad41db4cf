package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where the subject of a scene is at every instant of a shot, and what happens when. */
public final class Motion {
  /** Free fall, in mean frame sides per second squared. */
  static final double GRAVITY = 1.8;

  /** Seconds from one hop to the next. */
  private static final double HOP = 0.85;

  /** Wing beats a second. */
  private static final double FLAPS = 1.8;

  /** Turns a second of what spins. */
  private static final double TURNS = 0.55;

  /** Strides a second, of two steps each. */
  private static final double STRIDES = 1.1;

  /** The share of its speed that a bouncing subject keeps. */
  static final double RESTITUTION = 0.84;

  private final Scene scene;
  private final Layout layout;
  private final Puppet puppet;
  private final double seconds;
  private final double tempo;
  private final double offset;
  private final double facing;
  private final List<Arc> arcs;

  private Motion(Scene scene, Shot shot) {
    this.scene = scene;
    layout = Layout.of(scene, shot);
    puppet = Puppet.of(scene.subject());
    seconds = shot.seconds();
    tempo =
        switch (scene.speed()) {
          case "slowly" -> 0.6;
          case "quickly" -> 1.6;
          default -> 1.0;
        };
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x307e));
    offset = random.nextDouble();
    facing =
        switch (scene.direction()) {
          case "left" -> -1;
          case "right" -> 1;
          default -> random.nextBoolean() ? 1 : -1;
        };
    arcs =
        switch (scene.action()) {
          case "bounces" ->
              Arc.bounces(
                  Math.min(0.4, layout.room()), GRAVITY * tempo, RESTITUTION, offset, seconds);
          case "hops" ->
              Arc.hops(Math.min(0.07 + 0.25 * layout.tall(), layout.room()), HOP / tempo, seconds);
          case "falls" -> Arc.fall(layout.room(), Math.clamp(0.6 * seconds, 0.85, 3.0) / tempo);
          default -> List.of();
        };
  }

  /** The motion of a scene's subject in a shot. */
  public static Motion of(Scene scene, Shot shot) {
    return new Motion(scene, shot);
  }

  Layout layout() {
    return layout;
  }

  /** Where the subject is at a time in seconds. */
  public Placement at(double time) {
    Travel travel = travel(time);
    double lift = 0;
    double rotation = 0;
    double turn = facing;
    double stretch = 1;
    double x = travel.x();
    double scale = travel.scale();
    String gait = "idle";
    double phase = time * 0.7 * tempo + offset;
    double rolled = 0;
    switch (scene.action()) {
      case "bounces" -> {
        lift = Arc.lift(arcs, time);
        stretch = Arc.stretch(arcs, time);
        rotation = puppet.wheel ? facing * travel.distance() * 3 : 0;
      }
      case "hops" -> {
        gait = "hop";
        lift = Arc.lift(arcs, time);
        stretch = Arc.stretch(arcs, time);
        phase = Arc.phase(arcs, time);
      }
      case "falls" -> {
        gait = "fall";
        lift = Arc.lift(arcs, time);
        stretch = Arc.stretch(arcs, time);
        phase = time * 1.8 * tempo + offset;
        double loose = Math.min(1, lift * 6);
        rotation = 0.28 * loose * Math.sin(2 * Math.PI * (0.8 * tempo * time + offset));
      }
      case "rolls" -> {
        gait = "roll";
        rolled = facing * travel.distance() / (layout.tall() * puppet.wheels / 100);
        if (puppet.wheel) {
          rotation = facing * travel.distance() / (layout.tall() / 2);
          lift = puppet.square ? tumble(rotation) : 0;
        } else {
          lift = 0.004 * Math.abs(Math.sin(2 * Math.PI * 2.3 * tempo * time));
        }
      }
      case "slides" -> {
        gait = "slide";
        phase = time * 1.4 * tempo + offset;
        rotation = facing * -0.07;
      }
      case "flies" -> {
        gait = "fly";
        phase = time * FLAPS * tempo + offset;
        lift = Math.min(0.26, layout.room() - 0.03) + 0.03 * wave(0.8 * tempo * time + offset);
        boolean sideways = scene.direction().equals("left") || scene.direction().equals("right");
        rotation = puppet.nose && sideways ? facing * 1.15 : facing * -0.1;
      }
      case "floats" -> {
        gait = "float";
        phase = time * 0.9 * tempo + offset;
        double depth = puppet.buoyant ? 0.012 : 0.04;
        double base = puppet.buoyant ? 0.012 : Math.min(0.16, layout.room() - 0.05);
        lift = Math.max(0, base + depth * wave(0.55 * tempo * time + offset));
        rotation = 0.09 * wave(0.41 * tempo * time + offset);
        x += 0.02 * wave(0.3 * tempo * time + offset);
      }
      case "spins" -> {
        gait = "spin";
        double turns = TURNS * tempo * time;
        if (puppet.wheel) {
          rotation = facing * 2 * Math.PI * turns;
          lift = 0.1 * Math.min(1, layout.room() / 0.1);
        } else {
          turn = facing * edge(Math.cos(2 * Math.PI * turns));
        }
      }
      case "walks" -> {
        gait = "walk";
        phase = stepRate() * time;
        lift = 0.02 * layout.tall() * (1 + wave(2 * phase + 0.25));
      }
      case "waves" -> {
        gait = "wave";
        phase = time * 1.3 * tempo + offset;
        rotation = 0.05 * wave(0.65 * tempo * time);
      }
      default -> stretch = 1 + 0.014 * wave(0.6 * tempo * time + offset);
    }
    return new Placement(x, travel.y(), lift, scale, rotation, turn, stretch, gait, phase, rolled);
  }

  /** What happens in the shot, in order of time. */
  public List<Event> events() {
    var events = new ArrayList<Event>();
    Arc.events(arcs, scene.action().equals("hops"), seconds, events);
    double beat =
        switch (scene.action()) {
          case "walks" -> 0.5 / stepRate();
          case "flies" -> scene.subject().equals("bird") ? 1 / (FLAPS * tempo) : 0;
          default -> 0;
        };
    if (beat > 0) {
      String kind = scene.action().equals("walks") ? "step" : "flap";
      for (double time = beat / 2; time < seconds; time += beat) {
        events.add(new Event(kind, time, 0.5));
      }
    }
    return List.copyOf(events);
  }

  private record Travel(double x, double y, double scale, double distance) {}

  private Travel travel(double time) {
    double still = scale(time);
    if (!Vocabulary.get().travels(scene.action())) {
      return new Travel(layout.home(), layout.ground(), still, 0);
    }
    double wanted = pace() * seconds;
    double part = progress(time);
    if (scene.camera().equals("tracking shot") && facesSideways()) {
      double gone = wanted * (part - 0.5);
      return new Travel(facing * gone, layout.ground(), still, gone);
    }
    if (facesSideways()) {
      double lap = Math.min(layout.width() + layout.wide() * 0.8, layout.width() * 1.26);
      int laps = Math.max(1, (int) Math.round(wanted / (2 * lap)));
      double length = laps > 1 ? lap : Math.min(wanted, 2 * layout.reach());
      double at = part * laps;
      double x = length * (at - Math.min(Math.floor(at), laps - 1.0) - 0.5);
      return new Travel(facing * x, layout.ground(), still, part * laps * length);
    }
    boolean small = scene.size().equals("small");
    double ratio = Math.exp(Math.min(small ? 0.6 : 0.75, wanted));
    double grown = scene.direction().equals("toward") ? part - 0.5 : 0.5 - part;
    double scale = still * Math.pow(ratio, grown) * (small ? 1.15 : 0.88);
    double y =
        layout.horizon()
            + (layout.ground() - layout.horizon()) * Math.sqrt(scale / still / (small ? 1.15 : 1));
    return new Travel(layout.home(), y, scale, part * Math.min(0.8, wanted));
  }

  private double scale(double time) {
    double span = Math.clamp(0.9 * seconds, 0.5, 3.5) / tempo;
    double part = Math.min(1, time / span);
    double eased = part * part * (3 - 2 * part);
    boolean small = scene.size().equals("small");
    double low = small ? 0.8 : 0.6;
    double high = small ? 1.6 : 1.1;
    return switch (scene.action()) {
      case "grows" -> low + (high - low) * eased;
      case "shrinks" -> high + (low - high) * eased;
      default -> 1;
    };
  }

  /** The share of the way that is done; hopping goes forward only in the air. */
  private double progress(double time) {
    if (scene.action().equals("hops")) {
      return Arc.advance(arcs, time) / Math.max(1e-9, Arc.advance(arcs, seconds));
    }
    return time / seconds;
  }

  private double pace() {
    double pace =
        switch (scene.action()) {
          case "flies", "rolls" -> 0.34;
          case "slides", "bounces" -> 0.3;
          case "hops" -> 0.27;
          default -> 0.24;
        };
    return pace * tempo;
  }

  private double stepRate() {
    return STRIDES * tempo;
  }

  private boolean facesSideways() {
    return scene.direction().equals("left") || scene.direction().equals("right");
  }

  private double tumble(double angle) {
    double quarter = Math.PI / 2;
    double within = angle - quarter * Math.floor(angle / quarter);
    return layout.tall() / 2 * (Math.sqrt(2) * Math.cos(within - quarter / 2) - 1);
  }

  /** Whether the subject rolls from edge to edge. */
  boolean tumbles() {
    return puppet.wheel && puppet.square;
  }

  /** Seconds of one turn of a subject that spins. */
  double turn() {
    return 1 / (TURNS * tempo);
  }

  private static double edge(double turn) {
    return Math.abs(turn) < 0.2 ? Math.copySign(0.2, turn) : turn;
  }

  private static double wave(double periods) {
    return Math.sin(2 * Math.PI * periods);
  }
}
