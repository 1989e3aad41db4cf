package moviegen.world;

/** Everything of gold but the subject, which wears a golden rim. */
final class Golden implements Style {
  private static final Ramp GOLD =
      new Ramp(0x1f0f06, 0x5a3410, 0xa66f18, 0xe3ad36, 0xf9d978, 0xfff6d2);
  private static final int SHINE = 0xffe9a0;

  private final Edges edges;
  private final int[] halo;
  private final int radius;

  Golden(Shot shot) {
    edges = new Edges(shot);
    halo = new int[shot.width() * shot.height()];
    radius = Math.max(1, (int) Math.round(shot.unit() / 64));
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    edges.read(frame.pixels);
    for (int i = 0; i < halo.length; i++) {
      halo[i] = cast.alpha[i];
    }
    Blur.box(halo, frame.width, frame.height, radius);
    for (int i = 0; i < halo.length; i++) {
      int luma = edges.luma[i];
      int curve = luma * luma / 255 * 2 / 5 + luma * 3 / 5;
      int ground = Ramp.add(GOLD.at(curve), SHINE, Math.min(120, edges.steep[i] / 2));
      ground = Ramp.add(ground, SHINE, halo[i] * 2 / 3);
      int mine = Ramp.add(frame.pixels[i], SHINE, Math.max(0, 200 - halo[i]) / 2);
      int alpha = cast.alpha[i];
      frame.pixels[i] = 0xff000000 | Ramp.mix(ground, mine, alpha + (alpha >> 7));
    }
  }
}
