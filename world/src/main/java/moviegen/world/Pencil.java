package moviegen.world;

/** Gray strokes on paper; the subject in colored pencil. */
final class Pencil implements Style {
  private static final int PAPER = 0xf7f2e7;
  private static final int LEAD = 0x3b3a42;

  private final Edges edges;
  private final int[] hatch;
  private final int[] cross;

  Pencil(Shot shot) {
    edges = new Edges(shot);
    hatch = new int[shot.width() * shot.height()];
    cross = new int[hatch.length];
    double step = Math.max(3, shot.unit() / 30);
    for (int i = 0; i < hatch.length; i++) {
      int x = i % shot.width();
      int y = i / shot.width();
      double bend = 0.6 * Math.sin(y * 0.11) + 0.4 * Math.sin(x * 0.07 + 1);
      hatch[i] = stroke((x + y + bend) / step);
      cross[i] = stroke((x - 0.8 * y + bend) / step);
    }
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    edges.readSoftly(frame.pixels);
    for (int i = 0; i < hatch.length; i++) {
      int rgb = frame.pixels[i];
      int luma = edges.luma[i];
      int alpha = cast.alpha[i];
      int tone = Math.clamp((228 - luma) / 2, 0, 84);
      int dark = tone / 3 + (tone * hatch[i] >> 8);
      if (luma < 90) {
        dark += (90 - luma) * cross[i] >> 8;
      }
      int ground = Ramp.mix(Ramp.mix(PAPER, rgb, 30), LEAD, dark);
      int mine = Ramp.mix(Ramp.mix(rgb, PAPER, 26), PAPER, (255 - hatch[i]) * 50 >> 8);
      int color = Ramp.mix(ground, mine, alpha + (alpha >> 7));
      if (cast.letters[i]) {
        frame.pixels[i] = 0xff000000 | Ramp.mix(rgb, PAPER, 20);
        continue;
      }
      int line = Math.min(225, Math.max(0, edges.steep[i] - 9) * 5 / 2);
      frame.pixels[i] = 0xff000000 | Ramp.mix(color, LEAD, line);
    }
  }

  private static int stroke(double at) {
    return (int) (255 * (0.5 + 0.5 * Math.cos(2 * Math.PI * at)));
  }
}
