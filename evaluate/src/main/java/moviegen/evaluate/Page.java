package moviegen.evaluate;

import java.util.Locale;

/** A report as a page of Markdown. */
public final class Page {
  private static final String AUTOENCODER =
      """
      # What the autoencoder keeps

      PSNR is in dB, per film from the mean squared error over all its frames in 8-bit RGB, then \
      averaged; `psnr_subject` counts only the pixels of the subject. SSIM is of luma in Gaussian \
      windows of 11×11. Films are 32 frames at 16 a second of scenes that hold a combination of \
      words no training shows, in the five sizes of about 128×128 in turn; images are their middle \
      frames. A latent is 16 values of 16 bits for 8×8×8 pixels, without any further coding: half a \
      bit a pixel of a film, 4 of a single image. `h264` is OpenH264 at the finest quantizer that \
      takes no more; `bicubic` is every frame made smaller by 8 and larger again. `tiling` compares \
      decoding in tiles of 32 frames with decoding at once, on films of 64 frames, in steps of the \
      256 of a color: outside are frames that only one tile holds, overlap those that two do.
      """;

  private static final String SCHEDULE =
      """
      # Steps of the sampler

      How far the latents of a film are from those of 250 linear Euler steps of the same prompt and \
      seed: the norm of the difference over the norm of the latter. A name is solver, schedule, \
      steps; the midpoint solver evaluates the velocity twice a step. `chance` is the distance \
      between the films of different prompts.
      """;

  private static final String READERS =
      """
      # What the readers are worth

      Films of held-out scenes, 32 frames at 16 a second, in the five sizes of about 128×128 in \
      turn, are drawn and read. `right` is the share that is read right where the reader speaks, \
      averaged over the values of the attribute, each value counting alike; `spoken` the share of \
      films that show a value and of which the reader speaks; `invented` the share of films that \
      show none and in which it sees one. `motion` is still where the subject stands, else moving.

      The classical reader has learned nothing. It follows squares of the picture in four bands \
      from top to bottom and compares their ways with the pattern of every camera; what differs \
      from the background so followed is the subject, and the color that it has more of than its \
      surroundings is its color; left and right are the track of its center over the ground, toward \
      and away its growth together with its feet's way; letters are compared with how the world \
      writes them.

      It keeps silent where no pattern fits or two fit alike, where nothing moves, where no color \
      prevails, where a center wanders, and where a board is half hidden. Where it is wrong:

      - A tracking shot of a subject that comes nearer or goes away is a static shot to see.
      - Mosaic, watercolor and pixels are bound to the screen and hide motion; there pans and trucks, \
      tilts and pedestals are mixed up, and slow ones taken for none.
      - A large subject that falls or crosses before a plain background is taken for the camera, and \
      snow for a tilt.
      - Far bands that show sky alone do not tell a push from a zoom, an arc from a pan.
      - It says still or moving before a standing camera, else only of what goes somewhere.
      - The grain of drawn paper helps it to follow plain ground; films without any have less to follow.

      Readers measure. They are in no loss, choose no film and no checkpoint.
      """;

  private Page() {}

  /** The page about what a report is of. */
  public static String of(Report report) {
    var page =
        new StringBuilder(
            switch (report.kind()) {
              case "schedule" -> SCHEDULE;
              case "readers" -> READERS;
              default -> AUTOENCODER;
            });
    page.append("\n%d films, by `%s`.\n\n".formatted(report.count(), report.command()));
    page.append("| | value | 95 % | chance |\n|---|---:|---:|---:|\n");
    for (var row : report.rows()) {
      page.append("| ").append(row.name()).append(" | ").append(number(row.score().value()));
      page.append(" | ");
      if (row.score().isBounded()) {
        page.append(number(row.score().low())).append(" … ").append(number(row.score().high()));
      }
      page.append(" | ");
      row.chance().ifPresent(value -> page.append(number(value)));
      page.append(" |\n");
    }
    return page.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
