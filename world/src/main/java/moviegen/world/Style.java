package moviegen.world;

/** How a finished frame is turned into another kind of picture; the cast keeps its hue. */
interface Style {
  /** Changes a frame in place; the cast says which pixels keep their hue. */
  void apply(Canvas frame, Cast cast);

  /** The style of a name for frames of a size. */
  static Style of(String name, Shot shot) {
    return switch (name) {
      case "plain" -> (_, _) -> {};
      case "pixel art" -> new PixelArt(shot);
      case "neon cyberpunk" -> new Neon(shot);
      case "pencil sketch" -> new Pencil(shot);
      case "watercolor" -> new Watercolor(shot);
      case "golden" -> new Golden(shot);
      case "ancient mosaic" -> new Mosaic(shot);
      default -> throw new IllegalArgumentException("no style is called \"" + name + "\"");
    };
  }
}
