package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.videos.VideoSeconds;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import moviegen.junit.WithStudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@WithStudio(steps = 10) // for a film of its own, quickly; leave it out for a better one
class TrailersTest {
  @Test
  @Timeout(600)
  void makesATrailer(URI studio, @TempDir Path folder) throws Exception {
    var openai = OpenAIOkHttpClient.builder().baseUrl(studio + "/v1").apiKey("none").build();
    var file = folder.resolve("trailer.mp4");
    long start = System.nanoTime();

    new Trailers(openai, VideoSeconds.of("2"))
        .make("a red ball bounces on a beach at sunset", file);

    System.out.printf("A film in %.1f s%n", (System.nanoTime() - start) / 1e9);
    assertTrue(Files.size(file) > 10_000);
    assertEquals("ftyp", new String(Files.readAllBytes(file), 4, 4));
  }
}
