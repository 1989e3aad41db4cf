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

      The learned reader is a judge that was trained on other drawings of all combinations of \
      words, held-out ones included, worn in many ways; it says of every film something of every \
      attribute, but of one that it holds for broken.

      The classical reader has learned nothing. It follows squares of the picture in four bands \
      from top to bottom and compares their ways with the pattern of every camera; what differs \
      from the background so followed is the subject, and the color that it has more of than its \
      surroundings is its color, unless the color that the middle of the film has more of than its \
      sides says otherwise; left and right are the track of its center over the ground, toward \
      and away its growth together with its feet's way; letters are compared with how the world \
      writes them.

      The classical reader keeps silent where no pattern fits or two fit alike, where nothing moves, where no color \
      prevails, where a center wanders, and where a board is half hidden. Where it is wrong:

      - A tracking shot of a subject that comes nearer or goes away is a static shot to see, for any \
      reader: the camera follows from side to side. One of a subject that crosses is told from a \
      truck in about one of two.
      - Mosaic, watercolor and pixels are bound to the screen and hide motion; there pans and trucks, \
      tilts and pedestals are mixed up, and slow ones taken for none.
      - A large subject that falls or crosses before a plain background is taken for the camera, and \
      snow for a tilt.
      - Far bands that show sky alone do not tell a push from a zoom, an arc from a pan.
      - It says still or moving before a standing camera, else only of what goes somewhere.
      - The grain of drawn paper helps it to follow plain ground; films without any have less to follow.

      Readers measure. They are in no loss, choose no film and no checkpoint.
      """;

  private static final String SOUND =
      """
      # How well the sound fits

      Films are four seconds at 16 frames a second of held-out scenes, in the five sizes of about \
      128×128 in turn. `onsets` are of films in which something touches the ground (impacts, \
      landings, steps, tumbles), made without music: onsets that are heard are matched one to one \
      with the touches of the picture, within 100 ms; an onset that belongs to another event of the \
      true soundtrack counts for nothing. `f1` is averaged over films; `precision` and `recall` are \
      over all onsets and all touches. The detector's own errors are those of `truth`. Beside it \
      stand the truth through the codec, the sound made for another film, the same sound half a \
      second late, and as many evenly spaced clicks as there are onsets.

      `kind` is the share of films of the natural mix in which the judge of sound hears what one \
      would hear first: a touch, or else the loudest of what goes on. `music` is judged where it was \
      asked for and where it was asked to be absent; mode and pace fit where they are those that the \
      world gives most often to films of these words. `spectral distance` is the codec's mel \
      distance to the true soundtrack. The judge has learned from true sound alone. `seams` are of a \
      film of eight windows: how much the level and, made equally loud, the timbre of half a second \
      differ from those of the half second before, where windows meet and in their middles.
      """;

  private static final String CODEC =
      """
      # What the codec keeps

      Sounds are four seconds of held-out scenes of the natural mix, and three recordings of other \
      kinds, made by code of ours: a sentence by a synthesizer of formants, a sweep, a chord. \
      `si_snr` is the scale-invariant signal-to-noise ratio in dB; `mel_distance` the mean \
      difference of logarithmic levels in mel bands through seven windows, 1 being 20 dB; `aac` is \
      FFmpeg's coder at 24 kb/s. `onsets` is how far the steepest rise within 50 ms of a touch moves.
      """;

  private Page() {}

  /** The page about what a report is of. */
  public static String of(Report report) {
    var page =
        new StringBuilder(
            switch (report.kind()) {
              case "schedule" -> SCHEDULE;
              case "readers" -> READERS;
              case "sound" -> SOUND;
              case "codec" -> CODEC;
              default -> JudgedPage.of(report.kind()).orElse(AUTOENCODER);
            });
    boolean compared = report.rows().stream().anyMatch(row -> row.real().isPresent());
    page.append("\n%d films, by `%s`.\n\n".formatted(report.count(), report.command()));
    page.append(compared ? "| | value | 95 % | renders | autoencoded |" : "| | value | 95 % |");
    page.append(
        compared
            ? " chance |\n|---|---:|---:|---:|---:|---:|\n"
            : " chance |\n|---|---:|---:|---:|\n");
    for (var row : report.rows()) {
      page.append("| ").append(row.name()).append(" | ").append(number(row.score().value()));
      page.append(" | ");
      if (row.score().isBounded()) {
        page.append(number(row.score().low())).append(" … ").append(number(row.score().high()));
      }
      page.append(" | ");
      if (compared) {
        row.real().ifPresent(value -> page.append(number(value)));
        page.append(" | ");
        row.autoencoded().ifPresent(value -> page.append(number(value)));
        page.append(" | ");
      }
      row.chance().ifPresent(value -> page.append(number(value)));
      page.append(" |\n");
    }
    return page.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
