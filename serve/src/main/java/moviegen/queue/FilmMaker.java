package moviegen.queue;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import moviegen.generate.Cast;
import moviegen.generate.FilmRecipe;
import moviegen.generate.Onlooker;
import moviegen.generate.OutputFile;
import moviegen.generate.Progress;
import moviegen.generate.Studio;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.provenance.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Makes films and pictures, each from its recipe, with the networks of one cast loaded at a time.
 */
public final class FilmMaker implements AutoCloseable {
  public static final String FILM = "film";
  public static final String IMAGE = "image";

  private final Function<String, Cast> casts;
  private @Nullable Studio studio;

  /**
   * @param casts finds a cast by the name that a job carries
   */
  public FilmMaker(Function<String, Cast> casts) {
    this.casts = casts;
  }

  /** What it makes. */
  public List<JobKind> kinds() {
    return List.of(
        new JobKind(FILM, (job, work) -> make(job, work, "film.mp4")),
        new JobKind(IMAGE, (job, work) -> make(job, work, "image.png")));
  }

  /** Goes on from the latents, or from the finished film, that an earlier attempt has kept. */
  private synchronized void make(Job job, Work work, String name) {
    var request = FilmRecipe.request(Recipe.parse(job.request()));
    var file = work.folder().resolve(name);
    if (!Files.exists(file)) {
      var out = new OutputFile(file, false);
      var _ = studio(casts.apply(job.cast())).generate(request, out, watch(work), work.cancel());
    }
    work.put(name, file);
  }

  private static Onlooker watch(Work work) {
    return new Onlooker() {
      @Override
      public void hear(Progress now) {
        work.progress(now.stage().label(), now.fraction(), now.left());
      }

      @Override
      public boolean watches() {
        return true;
      }

      @Override
      public void see(Frames frame) {
        work.preview(Picture.png(frame));
      }
    };
  }

  private Studio studio(Cast cast) {
    var open = studio;
    if (open != null && open.cast().equals(cast)) {
      return open;
    }
    close();
    open = Studio.open(cast);
    studio = open;
    return open;
  }

  @Override
  public synchronized void close() {
    if (studio != null) {
      studio.close();
      studio = null;
    }
  }
}
