package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.Headers;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.videos.ImageInputReferenceParam;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateCharacterParams;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoDownloadContentParams;
import com.openai.models.videos.VideoEditParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoListParams;
import com.openai.models.videos.VideoModel;
import com.openai.models.videos.VideoRemixParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import com.openai.services.blocking.VideoService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.media.Probe;
import moviegen.media.Tags;
import moviegen.media.VideoWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own client, with nothing special but the address and the token. */
@SuppressWarnings("deprecation") // OpenAI has announced the end of its video API.
class OpenAiClientTest {
  private static final String TOKEN = "a-token-for-this-test";

  @TempDir static Path data;
  @TempDir Path folder;
  private static OpenStudio studio;
  private static OpenAIClient client;

  @BeforeAll
  static void open() {
    studio = OpenStudio.in(data, settings -> settings.withToken(TOKEN));
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(studio.server().address() + "/v1")
            .apiKey(TOKEN)
            .maxRetries(0)
            .build();
  }

  @AfterAll
  static void close() {
    client.close();
    studio.close();
  }

  private static VideoService videos() {
    return client.videos();
  }

  private static Video create(String prompt) {
    return videos()
        .create(
            VideoCreateParams.builder()
                .prompt(prompt)
                .model(VideoModel.SORA_2)
                .seconds(VideoSeconds.of("1"))
                .size(VideoSize._1280X720)
                .build());
  }

  private static Video finished(Video video) throws InterruptedException {
    var now = video;
    while (now.status().equals(Video.Status.QUEUED)
        || now.status().equals(Video.Status.IN_PROGRESS)) {
      Thread.sleep(20);
      now = videos().retrieve(video.id());
    }
    return now;
  }

  @Test
  void createsAndRetrievesAFilmOfTheNearestSize() throws InterruptedException {
    var queued = create("a red ball bounces");
    assertThat(queued.size().asString()).isEqualTo("176x96");
    assertThat(queued.seconds().asString()).isEqualTo("1");
    assertThat(queued.model().asString()).isEqualTo("tiny");
    assertThat(queued.prompt()).contains("a red ball bounces");
    var done = finished(queued);
    assertThat(done.status()).isEqualTo(Video.Status.COMPLETED);
    assertThat(done.progress()).isEqualTo(100);
    assertThat(done.completedAt()).isPresent();
    assertThat(done.error()).isEmpty();
  }

  @Test
  void lastsFourSecondsWhereNothingIsSaid() {
    var video = videos().create(VideoCreateParams.builder().prompt("a blue cube").build());
    assertThat(video.seconds()).isEqualTo(VideoSeconds._4);
    assertThat(video.size().asString()).isEqualTo("128x128");
  }

  @Test
  void takesOurFieldsBesideTheirs() {
    var video =
        videos()
            .create(
                VideoCreateParams.builder()
                    .prompt("a blue cube")
                    .putAdditionalBodyProperty("seed", JsonValue.from(7))
                    .putAdditionalBodyProperty("fps", JsonValue.from(24))
                    .build());
    var request = Order.request(studio.server().jobs().find(video.id()).orElseThrow());
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.fps()).isEqualTo(24);
  }

  @Test
  void saysWhyAFilmFailed() throws InterruptedException {
    var failed = finished(create("something wrong"));
    assertThat(failed.status()).isEqualTo(Video.Status.FAILED);
    assertThat(failed.error().orElseThrow().message()).isEqualTo("This cannot be drawn.");
  }

  @Test
  void refusesAPictureToStartFromAfterLookingAtIt() throws IOException {
    var png = folder.resolve("first.png");
    Picture.write(png, Frames.black(1, 64, 64, 1), Tags.NONE);
    assertThatThrownBy(() -> createFrom(Files.newInputStream(png)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("makes films from words alone");
    assertThatThrownBy(() -> createFrom(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("The file \"input_reference\" is neither PNG nor JPEG.");
    assertThatThrownBy(
            () ->
                videos()
                    .create(
                        VideoCreateParams.builder()
                            .prompt("a cat")
                            .inputReference(
                                ImageInputReferenceParam.builder()
                                    .imageUrl("http://127.0.0.1:1/x.png")
                                    .build())
                            .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("makes films from words alone");
  }

  private static Video createFrom(InputStream picture) {
    return videos()
        .create(VideoCreateParams.builder().prompt("a cat").inputReference(picture).build());
  }

  @Test
  void listsPageByPageInBothOrders() {
    for (int i = 0; i < 5; i++) {
      create("a film for a list");
    }
    var newest =
        videos().list(VideoListParams.builder().limit(2).build()).autoPager().stream().toList();
    var oldest =
        videos()
            .list(VideoListParams.builder().limit(3).order(VideoListParams.Order.ASC).build())
            .autoPager()
            .stream()
            .toList();
    assertThat(newest).hasSizeGreaterThanOrEqualTo(5);
    assertThat(newest.stream().map(Video::id).toList().reversed())
        .isEqualTo(oldest.stream().map(Video::id).toList());
  }

  @Test
  void deletesAFilm() {
    var video = create("a film that goes");
    var deleted = videos().delete(video.id()).validate();
    assertThat(deleted.id()).isEqualTo(video.id());
    assertThat(deleted.deleted()).isTrue();
    assertThatThrownBy(() -> videos().retrieve(video.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void downloadsFilmThumbnailAndSheet() throws Exception {
    var video = finished(create("a green fish swims"));
    var file = folder.resolve("film.mp4");
    try (var answer = videos().downloadContent(video.id())) {
      Files.copy(answer.body(), file);
    }
    assertThat(Probe.of(file).frames()).isEqualTo(16);
    for (var variant :
        List.of(
            VideoDownloadContentParams.Variant.THUMBNAIL,
            VideoDownloadContentParams.Variant.SPRITESHEET)) {
      var png = folder.resolve(variant.asString() + ".png");
      var params = VideoDownloadContentParams.builder().variant(variant).build();
      try (var answer = videos().downloadContent(video.id(), params)) {
        Files.copy(answer.body(), png);
      }
      assertThat(Picture.read(png).height()).isEqualTo(96);
    }
  }

  @Test
  void downloadsARange() throws Exception {
    var video = finished(create("a white bird flies"));
    byte[] whole;
    try (var answer = videos().downloadContent(video.id())) {
      whole = answer.body().readAllBytes();
    }
    var params =
        VideoDownloadContentParams.builder()
            .additionalHeaders(Headers.builder().put("Range", "bytes=10-19").build())
            .build();
    try (var answer = videos().downloadContent(video.id(), params)) {
      assertThat(answer.statusCode()).isEqualTo(206);
      assertThat(answer.body().readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
    }
  }

  @Test
  void remixesAFilm() {
    var first = create("a red ball bounces");
    var second =
        videos()
            .remix(first.id(), VideoRemixParams.builder().prompt("a blue ball bounces").build());
    assertThat(second.remixedFromVideoId()).contains(first.id());
    assertThat(second.prompt()).contains("a blue ball bounces");
    assertThat(second.size()).isEqualTo(first.size());
  }

  @Test
  void saysThatItsCastCannotEditOrExtend() {
    var video = create("a red ball bounces");
    assertThatThrownBy(
            () ->
                videos()
                    .edit(
                        VideoEditParams.builder()
                            .prompt("make it blue")
                            .video(
                                VideoEditParams.Video.VideoReferenceInputParam.builder()
                                    .id(video.id())
                                    .build())
                            .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("The cast \"tiny\" cannot edit films.");
    assertThatThrownBy(
            () ->
                videos()
                    .extend(
                        VideoExtendParams.builder()
                            .prompt("and on")
                            .seconds(VideoSeconds._4)
                            .video(new ByteArrayInputStream(film()))
                            .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("The cast \"tiny\" cannot go on from films.");
  }

  @Test
  void saysThatItsCastCannotLearnCharacters() {
    assertThatThrownBy(
            () ->
                videos()
                    .createCharacter(
                        VideoCreateCharacterParams.builder()
                            .name("Ada")
                            .video(new ByteArrayInputStream(film()))
                            .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("The cast \"tiny\" cannot learn a character.");
    assertThatThrownBy(() -> videos().getCharacter("char_1"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("There is no character \"char_1\".");
  }

  private byte[] film() {
    try {
      var file = folder.resolve("own.mp4");
      if (!Files.exists(file)) {
        VideoWriter.write(file, Frames.black(8, 64, 64, 16), Encoding.FINE, Tags.NONE);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void generatesPictures() throws IOException {
    var answer =
        client
            .images()
            .generate(
                ImageGenerateParams.builder()
                    .prompt("a yellow star")
                    .n(2)
                    .size(ImageGenerateParams.Size._1024X1024)
                    .responseFormat(ImageGenerateParams.ResponseFormat.B64_JSON)
                    .build());
    assertThat(answer.data().orElseThrow()).hasSize(2);
    var png = folder.resolve("star.png");
    Files.write(
        png, Base64.getDecoder().decode(answer.data().get().getFirst().b64Json().orElseThrow()));
    assertThat(Picture.read(png).width()).isEqualTo(128);
  }

  @Test
  void givesThePlaceOfAPicture() {
    var answer =
        client
            .images()
            .generate(
                ImageGenerateParams.builder()
                    .prompt("a yellow star")
                    .responseFormat(ImageGenerateParams.ResponseFormat.URL)
                    .build());
    var url = answer.data().orElseThrow().getFirst().url().orElseThrow();
    assertThat(url).startsWith(studio.server().address() + "/api/jobs/");
    var path = url.substring(studio.server().address().toString().length());
    var file = studio.get(path, "Authorization", "Bearer " + TOKEN);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
  }
}
