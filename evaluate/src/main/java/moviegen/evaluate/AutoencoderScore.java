package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.autoencoder.Autoencoder;
import moviegen.generate.AutoencoderPart;
import moviegen.generate.Cast;
import moviegen.media.Fidelity;
import moviegen.media.Frames;
import moviegen.world.Renderer;

/**
 * How much of a film the autoencoder keeps (paper §3.1.1), beside bicubic resizing by 8 and H.264
 * of as many bits: PSNR in dB over the frame and inside the subject's mask, SSIM, bits a pixel.
 *
 * <p>Films are two seconds of held-out scenes; images are their middle frames. Tiled and untiled
 * decoding are compared on films of four seconds, one for every ten.
 */
public final class AutoencoderScore {
  private static final int FRAMES = 32;
  private static final int LONG = 64;
  private static final int ONE_IN = 10;

  /** What the PSNR of equal films counts as. */
  private static final double MOST = 100;

  private final Autoencoder autoencoder;
  private final Map<String, Codec> codecs = new LinkedHashMap<>();
  private final Tally films = new Tally();
  private final Tally images = new Tally();
  private final Tally tiling = new Tally();
  private final Strata strata = new Strata("film/autoencoder/psnr");
  private int largestOutside;
  private int largestInOverlap;

  private AutoencoderScore(Autoencoder autoencoder, int descent) {
    this.autoencoder = autoencoder;
    var own = new AutoencoderCodec(autoencoder);
    codecs.put("autoencoder", own);
    if (descent > 0) {
      codecs.put("descent", new DescentCodec(autoencoder, descent));
    }
    codecs.put("bicubic", Codec.BICUBIC);
    codecs.put("h264", new CodedVideo(own::bits));
  }

  /**
   * Measures a cast's autoencoder on {@code count} films, in the type that this machine computes
   * fastest in.
   *
   * @param descent steps of descent on the latents of each film, to see what a better encoder could
   *     reach; 0 for none
   * @param command what to type to find it again
   */
  public static Report of(
      Cast cast, int count, int descent, String command, CountListener listener) {
    try (var part = AutoencoderPart.open(cast)) {
      return of(part.autoencoder(), count, descent, command, listener);
    }
  }

  /** Measures an autoencoder as it is. */
  public static Report of(
      Autoencoder autoencoder, int count, int descent, String command, CountListener listener) {
    var score = new AutoencoderScore(autoencoder, descent);
    var scenes = Footage.scenes().limit(count).toList();
    for (int i = 0; i < count; i++) {
      score.film(Footage.of(scenes.get(i), Footage.shot(i, FRAMES)));
      if (i % ONE_IN == 0) {
        score.tiles(Renderer.render(scenes.get(i), Footage.shot(i, LONG)));
      }
      listener.onCount(i + 1, count);
    }
    return score.report(count, command);
  }

  private void film(Footage footage) {
    var film = footage.film();
    var image = film.only(film.count() / 2);
    codecs.forEach(
        (name, codec) -> {
          var copy = add(films, "film/" + name, codec, film);
          if (footage.showsSubject()) {
            films.add(
                "film/" + name + "/psnr_subject",
                limited(Fidelity.psnr(film, copy, footage.subject())));
          }
          add(images, "image/" + name, codec, image);
        });
    double[] psnr = films.of("film/autoencoder/psnr");
    strata.add(footage.scene(), psnr[psnr.length - 1]);
  }

  private static Frames add(Tally tally, String name, Codec codec, Frames film) {
    var copy = codec.copy(film);
    var fidelity = Fidelity.of(film, copy.frames());
    tally.add(name + "/psnr", limited(fidelity.psnr()));
    tally.add(name + "/ssim", fidelity.ssim());
    tally.add(name + "/bits_per_pixel", copy.bitsPerPixel());
    return copy.frames();
  }

  private static double limited(double psnr) {
    return Math.min(psnr, MOST);
  }

  private void tiles(Frames film) {
    var difference = TilingDifference.of(autoencoder, film);
    tiling.add("tiling/outside/mean_difference", difference.outside().mean());
    tiling.add("tiling/overlap/mean_difference", difference.overlap().mean());
    largestOutside = Math.max(largestOutside, difference.outside().largest());
    largestInOverlap = Math.max(largestInOverlap, difference.overlap().largest());
  }

  private Report report(int count, String command) {
    List<Row> rows = new ArrayList<>(films.rows());
    rows.addAll(images.rows());
    rows.addAll(strata.rows());
    rows.addAll(tiling.rows());
    rows.add(Row.of("tiling/outside/largest_difference", Interval.exact(largestOutside)));
    rows.add(Row.of("tiling/overlap/largest_difference", Interval.exact(largestInOverlap)));
    double mean = films.row("film/autoencoder/psnr").score().value();
    return new Report("autoencoder", count, command, rows, mean);
  }
}
