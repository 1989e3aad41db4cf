package moviegen.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import moviegen.generate.FilmRequest;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Tags;
import moviegen.media.VideoReader;
import moviegen.media.VideoWriter;
import moviegen.world.Prompt;

/** Where the films of prompts come from. */
@FunctionalInterface
public interface FilmSource {
  /**
   * The film of a prompt.
   *
   * @param index its place among all prompts, from 0
   */
  Frames film(Prompt prompt, int index);

  /** Films of two seconds, square, made with seeds in order from 1. */
  static FilmSource made(Function<FilmRequest, Frames> studio, int steps) {
    return (prompt, index) ->
        studio.apply(FilmRequest.of(prompt.prompt()).withSteps(steps).withSeed(index + 1L));
  }

  /** Films in a folder, each called after its prompt's id. */
  static FilmSource in(Path folder) {
    return (prompt, _) -> {
      var file = file(folder, prompt);
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "A folder of films has one of every prompt, called after its id; there is no %s."
                .formatted(file));
      }
      return VideoReader.read(file);
    };
  }

  /** The same films, kept in a folder and made no second time. */
  default FilmSource keptIn(Path folder) {
    return (prompt, index) -> {
      var file = file(folder, prompt);
      if (!Files.isRegularFile(file)) {
        VideoWriter.write(file, film(prompt, index), Encoding.FINE, Tags.comment(prompt.prompt()));
      }
      return VideoReader.read(file);
    };
  }

  private static Path file(Path folder, Prompt prompt) {
    return folder.resolve(prompt.id() + ".mp4");
  }
}
