package moviegen.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import moviegen.generate.FilmRecipe;
import moviegen.generate.FilmRequest;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.media.VideoWriter;
import moviegen.provenance.Provenance;
import moviegen.provenance.Recipe;
import moviegen.queue.Job;
import moviegen.queue.JobKind;
import moviegen.queue.Work;

/** A server whose films are gray and made at once: what is tested is all around them. */
final class OpenStudio implements AutoCloseable {
  private final StudioServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private OpenStudio(StudioServer server) {
    this.server = server;
  }

  static OpenStudio in(Path folder) {
    return in(folder, settings -> settings);
  }

  static OpenStudio in(Path folder, UnaryOperator<StudioSettings> change) {
    var settings = change.apply(StudioSettings.local(folder).withPort(0));
    return new OpenStudio(
        StudioServer.open(
            settings,
            List.of(
                new JobKind("film", OpenStudio::make), new JobKind("image", OpenStudio::make))));
  }

  /** Gray; a prompt that says so takes its time, or fails. */
  private static void make(Job job, Work work) {
    var recipe = Recipe.parse(job.request());
    var request = FilmRecipe.request(recipe);
    if (request.prompt().contains("slow")) {
      rest(work);
    }
    if (request.prompt().contains("wrong")) {
      throw new IllegalArgumentException("This cannot be drawn.");
    }
    work.progress("sample", 0.5, Duration.ofSeconds(1));
    boolean film = request instanceof FilmRequest;
    var file = work.folder().resolve(film ? "film.mp4" : "image.png");
    var size = request.size();
    var frames = Frames.black(request.frames(), size.height(), size.width(), request.fps());
    var tags = Provenance.tags(recipe);
    if (film) {
      VideoWriter.write(file, frames, Encoding.FINE, tags);
    } else {
      Picture.write(file, frames, tags);
    }
    work.put(file.getFileName().toString(), file);
  }

  private static void rest(Work work) {
    for (int i = 0; i < 200; i++) {
      work.progress("sample", i / 200.0, Duration.ofMillis(50L * (200 - i)));
      work.cancel().check();
      pause(50);
    }
  }

  StudioServer server() {
    return server;
  }

  Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer method(String method, String path, String... headers) {
    return send(method, path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String json, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return send("POST", path, BodyPublishers.ofString(json), all.toArray(String[]::new));
  }

  /** Asks, and holds the answer against the specification. */
  Answer send(String method, String path, BodyPublisher body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      var answer = new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
      Contract.check(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Queues a job and waits for its end. */
  String finished(String json) {
    String id = post("/api/jobs", json).json().path("id").asText();
    return finishedJob(id);
  }

  String finishedJob(String id) {
    for (int i = 0; i < 1_000; i++) {
      if (server.jobs().find(id).orElseThrow().state().isFinal()) {
        return id;
      }
      pause(20);
    }
    throw new AssertionError("not finished: " + id);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
