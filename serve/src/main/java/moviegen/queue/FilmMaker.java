package moviegen.queue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  private final Map<String, Cast> casts;
  private @Nullable Studio studio;

  /**
   * @param casts those that are here; jobs of others are left to other workers
   */
  public FilmMaker(List<Cast> casts) {
    this.casts =
        casts.stream().collect(Collectors.toMap(Cast::name, cast -> cast, (first, _) -> first));
  }

  /** What it makes. */
  public List<JobKind> kinds() {
    var names = casts.keySet();
    return List.of(
        new JobKind(FILM, names, (job, work) -> make(job, work, "film.mp4")),
        new JobKind(IMAGE, names, (job, work) -> make(job, work, "image.png")));
  }

  /** Goes on from the latents, or from the finished film, that an earlier attempt has kept. */
  private synchronized void make(Job job, Work work, String name) {
    var request = FilmRecipe.request(Recipe.parse(job.request()));
    var file = work.folder().resolve(name);
    if (!Files.exists(file)) {
      var out = new OutputFile(file, false);
      var _ = studio(cast(job.cast())).generate(request, out, watch(work), work.cancel());
    }
    work.put(name, file);
  }

  private Cast cast(String name) {
    return Optional.ofNullable(casts.get(name))
        .orElseThrow(() -> new IllegalStateException("There is no cast \"" + name + "\" here."));
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
