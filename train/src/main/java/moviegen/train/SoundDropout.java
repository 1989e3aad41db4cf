package moviegen.train;

import java.util.SplittableRandom;

/**
 * How often an audio transformer learns without some of what it is given, and how much of the sound
 * it is told (paper §6.1).
 *
 * @param all chance that everything is left out
 * @param film chance that the film is, besides
 * @param text chance that the text is, besides
 * @param silent chance that nothing of the sound is known
 * @param hidden least share of the sound that is hidden where some is known
 */
public record SoundDropout(double all, double film, double text, double silent, double hidden) {
  public static final SoundDropout PAPER = new SoundDropout(0.2, 0.1, 0.1, 0.5, 0.75);

  /**
   * What one example is given.
   *
   * @param film whether it sees the film
   * @param text whether it reads the text
   * @param from the first latent of the sound that it knows
   * @param known how many latents it knows from there
   */
  public record Given(boolean film, boolean text, int from, int known) {}

  public SoundDropout {
    for (double chance : new double[] {all, film, text, silent, hidden}) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException(
            "A chance or share is %s, expected 0 to 1".formatted(chance));
      }
    }
  }

  /** What an example of {@code latents} latents is given; known sound is as often its beginning. */
  public Given draw(SplittableRandom random, int latents) {
    boolean nothing = random.nextDouble() < all;
    boolean seesFilm = random.nextDouble() >= film;
    boolean readsText = random.nextDouble() >= text;
    boolean hears = random.nextDouble() >= silent;
    int known = (int) (random.nextDouble() * (1 - hidden) * (latents + 1));
    int anywhere = random.nextInt(latents - known + 1);
    int from = random.nextBoolean() ? 0 : anywhere;
    return nothing
        ? new Given(false, false, 0, 0)
        : new Given(seesFilm, readsText, hears ? from : 0, hears ? known : 0);
  }
}
