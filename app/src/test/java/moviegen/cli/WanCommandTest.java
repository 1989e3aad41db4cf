package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import moviegen.wan.RandomWan;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WanCommandTest {
  private static final String SHARD = "diffusion_pytorch_model-00002-of-00002.safetensors";

  @TempDir static Path whole;
  @TempDir Path folder;

  @BeforeAll
  static void write() {
    RandomWan.MINIATURE.write(whole, Layout.DIFFUSERS, _ -> {});
  }

  private static Ran generate(Path cast, Path out, String... more) {
    var args = new ArrayList<>(List.of("generate", "a red ball", "--json"));
    args.addAll(List.of("--cast", cast.toString(), "--out", out.toString()));
    args.addAll(List.of("--size", "64x64", "--seconds", "1", "--steps", "2"));
    args.addAll(List.of(more));
    return Ran.moviegen(args.toArray(String[]::new));
  }

  private static JsonNode json(Ran ran) throws IOException {
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(1);
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void makesAFilmAndTheSameAgain() throws IOException {
    var file = folder.resolve("ball.mp4");
    var ran = generate(whole, file, "--int8", "--step-cache", "0.1", "--shift", "3");
    var film = json(ran).path("films").path(0);
    assertThat(ran.err()).startsWith("Plan: 80 tokens, 4 evaluations in 8 bits; about ");
    assertThat(film.path("frames").asInt()).isEqualTo(17);
    assertThat(film.path("guidance").asDouble()).isEqualTo(6);
    var again = json(Ran.moviegen("again", file.toString(), "--cast", whole.toString(), "--json"));
    assertThat(again.path("identical").asBoolean()).isTrue();
    assertThat(again.path("same_weights").asBoolean()).isTrue();
  }

  @Test
  void makesAPictureInFewStepsWithoutGuidance() throws IOException {
    var file = folder.resolve("ball.png");
    var picture =
        json(Ran.moviegen(
                "image",
                "a red ball",
                "--cast",
                whole.toString(),
                "--size",
                "64x64",
                "--profile",
                "distilled",
                "--out",
                file.toString(),
                "--json"))
            .path("films")
            .path(0);
    assertThat(picture.path("steps").asInt()).isEqualTo(4);
    assertThat(picture.path("guidance").asDouble()).isEqualTo(1);
  }

  @Test
  void inspectsAFolder() throws IOException {
    var facts = json(Ran.moviegen("inspect", whole.toString(), "--json"));
    assertThat(facts.path("transformer").path("layout").asText()).isEqualTo("diffusers");
    assertThat(facts.path("transformer").path("shards").asInt()).isEqualTo(2);
    assertThat(facts.has("missing")).isFalse();
    assertThat(facts.path("needs").size()).isEqualTo(2);
  }

  @Test
  void inspectsAFolderWithPartsThatAreMissing() throws IOException {
    copy();
    Files.delete(folder.resolve("vae/diffusion_pytorch_model.safetensors"));
    var facts = json(Ran.moviegen("inspect", folder.toString(), "--json"));
    assertThat(facts.path("missing").asText()).isEqualTo("autoencoder");
    assertThat(facts.path("problem").asText()).contains("has no autoencoder; take ");
  }

  @Test
  void checksAFolderAndWritesAReport() throws IOException {
    var report = folder.resolve("report.json");
    var ran = Ran.moviegen("check", whole.toString(), "--report=" + report);
    assertThat(ran.code()).as(ran.err()).isZero();
    var facts = new JsonMapper().readTree(report.toFile());
    assertThat(facts.path("film").path("frames").asInt()).isEqualTo(17);
    assertThat(facts.path("picture").path("colors").path("deviation").asDouble()).isPositive();
    assertThat(facts.toString()).doesNotContain(whole.toString());
  }

  @Test
  void namesTheShardThatIsMissing() throws IOException {
    copy();
    Files.delete(folder.resolve("transformer").resolve(SHARD));
    wrong("the shard " + SHARD + " is missing");
  }

  @Test
  void namesTheShardOfAnotherModel() throws IOException {
    copy();
    Files.copy(
        folder.resolve("text_encoder/model-00002-of-00002.safetensors"),
        folder.resolve("transformer").resolve(SHARD),
        StandardCopyOption.REPLACE_EXISTING);
    wrong("unexpected key encoder.block.");
  }

  @Test
  void saysThatAFileIsCutShort() throws IOException {
    copy();
    var file = folder.resolve("vae/diffusion_pytorch_model.safetensors");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    wrong(file.toString());
  }

  @Test
  void saysThatATokenizerIsOfAnotherModel() throws IOException {
    copy();
    Files.writeString(
        folder.resolve("tokenizer/tokenizer.json"), "{\"model\":{\"vocab\":[[\"a\",0]]}}");
    wrong("has 1 pieces, the text encoder reads 300");
  }

  @Test
  void saysThatALoraIsOfAnotherModel() throws IOException {
    var ran =
        generate(
            whole,
            folder.resolve("x.mp4"),
            "--lora",
            whole.resolve("vae/diffusion_pytorch_model.safetensors") + ":0.5");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("is not a LoRA");
  }

  @Test
  void refusesWhatOnlyPublicWeightsCanDo() {
    var ran = Ran.moviegen("generate", "a red ball", "--int8");
    assertThat(ran)
        .isEqualTo(
            new Ran(
                2,
                "",
                "--profile, --lora, --int8, --step-cache and --shift are for casts of public"
                    + " weights; \"tiny\" is one of this program's own."
                    + System.lineSeparator()));
  }

  @Test
  void saysHowToGetACastThatIsNotHere() {
    var ran = Ran.moviegen("generate", "a red ball", "--cast", "wan2.2-5b");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith(
            "The cast \"wan2.2-5b\" is not here; ./moviegen cast add wan2.2-5b fetches it.");
  }

  private void wrong(String sentence) {
    long start = System.nanoTime();
    var ran = generate(folder, folder.resolve("x.mp4"));
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains(sentence);
    assertThat(folder.resolve("x.mp4")).doesNotExist();
  }

  private void copy() throws IOException {
    try (var files = Files.walk(whole)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var target = folder.resolve(whole.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
