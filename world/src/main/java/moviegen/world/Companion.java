package moviegen.world;

/** The second subject of a scene, which keeps the first one company. */
public record Companion(String subject, String color) {
  public Companion {
    Vocabulary.get().check("companion", subject);
    Vocabulary.get().check("companion_color", color);
  }
}
