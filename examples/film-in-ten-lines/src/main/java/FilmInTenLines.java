import moviegen.generate.*;

void main() {
  try (var studio = Studio.open(Cast.tiny())) {
    var request = FilmRequest.of("a red ball bounces on a beach at sunset").withSeed(7);
    var film = studio.generate(request, so -> IO.print("\r" + so.left().toSeconds()), new Cancel());
    film.save(Path.of("ball.mp4"));
    IO.println("\rball.mp4 took %.1f s".formatted(film.totalSeconds()));
  }
}
