package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import moviegen.generate.FilmRequest;
import moviegen.media.Frames;
import moviegen.media.Sheet;

/** Films as they come, none chosen: a row each, prompts and seeds in order. */
public final class FilmSheet {
  private FilmSheet() {}

  /**
   * Makes a film of every prompt, with seeds in order from 1.
   *
   * @param columns frames of each film that are shown
   * @return one frame
   */
  public static Frames of(
      Function<FilmRequest, Frames> studio,
      List<String> prompts,
      int columns,
      CountListener listener) {
    var films = new ArrayList<Frames>();
    for (var prompt : prompts) {
      films.add(studio.apply(FilmRequest.of(prompt).withSeed(films.size() + 1L)));
      listener.onCount(films.size(), prompts.size());
    }
    return Sheet.rows(films, columns);
  }
}
