package moviegen.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;

/** A puppet dressed for one scene: for each of its parts the pieces that show. */
record Costume(Puppet puppet, List<List<Costume.Inked>> layers) {
  /** A shape and its ink. */
  record Inked(Shape shape, Color ink) {}

  void draw(Graphics2D brush, String gait, double phase, double rolled) {
    puppet.draw(brush, this, gait, phase, rolled);
  }
}
