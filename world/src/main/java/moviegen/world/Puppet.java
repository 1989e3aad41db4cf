package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subject cut from paper: shapes on parts that turn about joints.
 *
 * <p>A data file's drawing looks right, stands on y = 0 and is 100 high; y points down.
 */
final class Puppet {
  private static final Map<String, Puppet> ALL = new HashMap<>();
  private static final Map<String, List<Piece>> WORN = new HashMap<>();

  static {
    Resources.json("subjects/accessories.json")
        .properties()
        .forEach(entry -> WORN.put(entry.getKey(), pieces(entry.getValue())));
    Vocabulary.get()
        .values("subject")
        .forEach(name -> ALL.put(name, new Puppet(Resources.json("subjects/" + name + ".json"))));
  }

  /** A shape, its role and the look that it belongs to. */
  private record Piece(Shape shape, String role, Map<String, List<String>> when) {
    boolean belongs(Optional<Look> look) {
      return when.isEmpty()
          || look.map(
                  person ->
                      when.entrySet().stream()
                          .allMatch(e -> e.getValue().contains(field(person, e.getKey()))))
              .orElse(false);
    }

    private static String field(Look look, String name) {
      return switch (name) {
        case "skin" -> look.skin();
        case "hair" -> look.hair();
        case "glasses" -> look.glasses();
        case "beard" -> look.beard();
        case "face" -> look.face();
        case "clothes" -> look.clothes();
        default -> throw new IllegalArgumentException("a look has no field \"" + name + "\"");
      };
    }
  }

  private record Part(
      String name, String parent, double[] pivot, List<Piece> pieces, List<String> gaits) {}

  private record Anchor(String part, double[] at, double scale, double turn) {}

  /** How a joint moves: degrees at rest, degrees of swing, beats a period, phase in periods. */
  private record Joint(
      double offset, double swing, double beats, double phase, double stretch, double roll) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private final Map<String, Map<String, Joint>> gaits = new HashMap<>();
  final double height;
  final double width;
  final boolean wheel;
  final boolean nose;
  final boolean square;
  final boolean buoyant;
  final double wheels;

  private Puppet(JsonNode file) {
    height = file.get("height").asDouble();
    wheel = file.get("spin").asText().equals("wheel");
    nose = file.path("nose").asBoolean(false);
    square = file.path("square").asBoolean(false);
    buoyant = file.path("buoyant").asBoolean(false);
    wheels = file.path("wheels").asDouble(50);
    var extent = new Area();
    for (JsonNode part : file.get("parts")) {
      var names = new ArrayList<String>();
      part.path("gaits").forEach(gait -> names.add(gait.asText()));
      List<Piece> pieces = pieces(part.get("shapes"));
      pieces.forEach(piece -> extent.add(new Area(piece.shape())));
      parts.add(
          new Part(
              part.get("name").asText(),
              part.path("parent").asText(""),
              Outline.numbers(part.get("pivot"), 2),
              pieces,
              names));
    }
    width = extent.getBounds2D().getWidth() / 100;
    for (var entry : file.get("anchors").properties()) {
      JsonNode anchor = entry.getValue();
      anchors.put(
          entry.getKey(),
          new Anchor(
              anchor.get("part").asText(),
              Outline.numbers(anchor.get("at"), 2),
              anchor.get("scale").asDouble(),
              anchor.path("turn").asDouble(0)));
    }
    for (var gait : file.get("gaits").properties()) {
      var joints = new HashMap<String, Joint>();
      for (var joint : gait.getValue().properties()) {
        JsonNode how = joint.getValue();
        joints.put(
            joint.getKey(),
            new Joint(
                how.path("offset").asDouble(0),
                how.path("swing").asDouble(0),
                how.path("beats").asDouble(1),
                how.path("phase").asDouble(0),
                how.path("stretch").asDouble(0),
                how.path("roll").asDouble(0)));
      }
      gaits.put(gait.getKey(), joints);
    }
  }

  /** The puppet of a subject. */
  static Puppet of(String subject) {
    Puppet puppet = ALL.get(subject);
    if (puppet == null) {
      throw new IllegalArgumentException("no subject is called \"" + subject + "\"");
    }
    return puppet;
  }

  /** A subject dressed for a scene: the pieces that show, each with its ink. */
  Costume dress(Palette palette, Optional<Look> look, String accessory) {
    var layers = new LinkedHashMap<Part, List<Costume.Inked>>();
    for (Part part : parts) {
      var inked = new ArrayList<Costume.Inked>();
      for (Piece piece : part.pieces()) {
        if (piece.belongs(look)) {
          inked.add(new Costume.Inked(piece.shape(), new Color(palette.ink(piece.role()))));
        }
      }
      Anchor anchor = anchors.get(accessory);
      if (anchor != null && anchor.part().equals(part.name())) {
        var place = AffineTransform.getTranslateInstance(anchor.at()[0], anchor.at()[1]);
        place.rotate(Math.toRadians(anchor.turn()));
        place.scale(anchor.scale(), anchor.scale());
        for (Piece piece : WORN.getOrDefault(accessory, List.of())) {
          inked.add(
              new Costume.Inked(
                  place.createTransformedShape(piece.shape()),
                  new Color(palette.ink(piece.role()))));
        }
      }
      layers.put(part, inked);
    }
    return new Costume(this, layers.values().stream().map(List::copyOf).toList());
  }

  /** Draws the costume with feet at the brush's origin, every joint where gait and phase put it. */
  void draw(Graphics2D brush, Costume costume, String gait, double phase, double rolled) {
    Map<String, Joint> joints = gaits.getOrDefault(gait, gaits.getOrDefault("idle", Map.of()));
    AffineTransform ground = brush.getTransform();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!part.gaits().isEmpty() && !part.gaits().contains(gait)) {
        continue;
      }
      for (Part link : chain(part)) {
        turn(brush, link, joints, phase, rolled);
      }
      for (Costume.Inked piece : costume.layers().get(i)) {
        brush.setColor(piece.ink());
        brush.fill(piece.shape());
      }
      brush.setTransform(ground);
    }
  }

  private static void turn(
      Graphics2D brush, Part part, Map<String, Joint> joints, double phase, double rolled) {
    Joint joint = joints.get(part.name());
    if (joint == null) {
      return;
    }
    double beat = Math.sin(2 * Math.PI * (phase * joint.beats() + joint.phase()));
    double degrees = joint.offset() + joint.swing() * beat;
    brush.rotate(Math.toRadians(degrees) + joint.roll() * rolled, part.pivot()[0], part.pivot()[1]);
    if (joint.stretch() > 0) {
      brush.translate(part.pivot()[0], part.pivot()[1]);
      brush.scale(1, 1 + joint.stretch() * beat);
      brush.translate(-part.pivot()[0], -part.pivot()[1]);
    }
  }

  private List<Part> chain(Part part) {
    for (Part parent : parts) {
      if (parent.name().equals(part.parent())) {
        return List.of(parent, part);
      }
    }
    return List.of(part);
  }

  private static List<Piece> pieces(JsonNode nodes) {
    var pieces = new ArrayList<Piece>();
    for (JsonNode node : nodes) {
      var when = new HashMap<String, List<String>>();
      for (var entry : node.path("when").properties()) {
        var values = new ArrayList<String>();
        entry.getValue().forEach(value -> values.add(value.asText()));
        when.put(entry.getKey(), List.copyOf(values));
      }
      pieces.add(new Piece(Outline.read(node), node.get("fill").asText(), when));
    }
    return List.copyOf(pieces);
  }
}
